"""The built site, put on a branch of a git remote as one version among others."""
