"""Bundles: one dossier of one release as an archive, to be checked, cited and read offline."""
