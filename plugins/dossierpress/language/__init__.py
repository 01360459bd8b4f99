"""The words of the interface in the reader's language: gettext catalogues and CLDR's month names.

English stands in the code and in the templates; `catalogues/` holds the translations.
"""
