"""My round: an official types, pastes, uploads and submits."""
