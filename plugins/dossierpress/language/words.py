"""The words of one language, as pages ask for them.

The functions bear gettext's names, so that its tools find the messages in the code. A message is
the English text; what changes in it stands in braces: `gettext("Read it at {publisher}", ...)`.
"""

from dataclasses import dataclass
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from babel import Locale

from dossierpress.language.direction import direction


@dataclass(frozen=True)
class Words:
    """The interface in one language.

    Attributes:
        language: its BCP 47 tag.
        catalogue: the translations, in gettext's binary form; b"" for English.
    """

    language: str = "en"
    catalogue: bytes = b""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what it is made of; the opened catalogue holds a function."""
        return (Words, (self.language, self.catalogue))

    @cached_property
    def direction(self) -> str:
        """The direction in which it is written, `ltr` or `rtl`."""
        return direction(self.language)

    def gettext(self, message: str, /, **values: object) -> str:
        """Return a message with its values."""
        text = self._opened.gettext(message)
        return text.format_map(values) if values else text

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Return a message that means something else in another context."""
        text = self._opened.pgettext(context, message)
        return text.format_map(values) if values else text

    def ngettext(self, one: str, several: str, number: int, /, **values: object) -> str:
        """Return a message that depends on a number, which is `{number}` in it."""
        return self.form(one, several, number).format_map({"number": f"{number:,}", **values})

    def form(self, one: str, several: str, number: int) -> str:
        """Return the form of a message that a number asks for, without its values."""
        return self._opened.ngettext(one, several, number)

    def month(self, number: int) -> str:
        """Return a month's name as it stands alone, as "December"."""
        return self._months["stand-alone"]["wide"][number]

    def month_in_short(self, number: int) -> str:
        """Return a month's name in short as it stands alone, as "Dec"."""
        return self._months["stand-alone"]["abbreviated"][number]

    def month_of_day(self, number: int) -> str:
        """Return a month's name in short as it stands beside a day, as in "5 Dec"."""
        return self._months["format"]["abbreviated"][number]

    @cached_property
    def _opened(self) -> NullTranslations:
        return GNUTranslations(BytesIO(self.catalogue)) if self.catalogue else NullTranslations()

    @cached_property
    def _months(self) -> dict[str, dict[str, dict[int, str]]]:
        months = Locale.parse(self.language, sep="-").months
        return {
            use: {width: dict(months[use][width]) for width in ("wide", "abbreviated")}
            for use in ("format", "stand-alone")
        }


ENGLISH = Words()


def mark(message: str) -> str:
    """Return a message as it is; marks one in a table for the tool that collects messages."""
    return message
