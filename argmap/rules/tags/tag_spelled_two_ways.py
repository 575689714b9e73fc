"""A tag is spelled in two ways.

What: two tags are equal when case, accents and the signs between words are folded, and a plural `s` is
dropped. The spelling that is declared is right, else the one used most often, else the first.

Why: whoever selects by one of the two misses the statements with the other.

Fails:

```yaml
claims:
  - {id: a, text: One sentence., tags: liberal-order}
  - {id: b, text: Another sentence., tags: Liberal order}
```

Passes:

```yaml
claims:
  - {id: a, text: One sentence., tags: liberal-order}
  - {id: b, text: Another sentence., tags: liberal-order}
```
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from argmap.diagnostics import Severity
from argmap.rules.finding import Finding, Replace
from argmap.rules.rule import BUT_WORDS, Rule
from argmap.rules.shared.spellings import fold_tag
from argmap.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    right = _spellings(subject)
    if not right:
        return
    for one in subject.statements():
        for number, tag in enumerate(one.tags):
            best = right.get(tag, tag)
            if best != tag:
                message = f"the tag `{tag}` is spelled `{best}` elsewhere"
                fix = Replace(best) if best not in one.tags else None
                yield Finding(subject.at(one, "tags", number, words=tag), message, f"write `{best}`", fix=fix)


def _spellings(subject: Subject) -> Mapping[str, str]:
    """Give the right spelling of each tag that has several."""
    count = Counter(tag for one in subject.statements() for tag in one.tags)
    alike: dict[str, list[str]] = {}
    for tag in [*subject.map.info.tags, *(tag for tag in count if tag not in subject.map.info.tags)]:
        alike.setdefault(fold_tag(tag), []).append(tag)
    right = {}
    for tags in alike.values():
        declared = [tag for tag in tags if tag in subject.map.info.tags]
        if len(tags) > 1 and len(declared) <= 1:
            best = declared[0] if declared else max(tags, key=count.__getitem__)
            right.update({tag: best for tag in tags if tag != best})
    return right


RULE: Final = Rule("T702", "tag-spelled-two-ways", __doc__, Severity.WARNING, _check, heeds=BUT_WORDS)
