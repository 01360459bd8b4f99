"""The MkDocs plugin: hooks that translate between MkDocs and `dossierpress.site`, nothing more."""
