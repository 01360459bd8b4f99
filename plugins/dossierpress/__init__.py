"""DossierPress: curated dossiers of news as a searchable, cross-linked, citable static site."""
