"""What follows from who attacks whom: abstract argumentation frameworks and their semantics.

`argmap.semantics.reasoning` answers questions about a `Framework`; `grounded`, `gradual` and `discussion`
can be used on their own. Nothing here knows claims, files on disk or screens.
"""
