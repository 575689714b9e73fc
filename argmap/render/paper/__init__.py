"""Fitting a drawing to paper: which sheets show what of it, and what stands around it there."""
