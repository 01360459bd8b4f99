"""Holding an open file, so that other processes see that its writer lives.

The system lets go of it when the process ends, however it ends: what a killed process held is free.
"""

import sys

if sys.platform == "win32":
    import msvcrt

    def hold(handle: int) -> bool:
        """Hold an open file for as long as it is open; False where another process does."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def hold(handle: int) -> bool:
        """Hold an open file for as long as it is open; False where another process does."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
