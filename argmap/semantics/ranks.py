"""How far each argument is from those that decide it."""

from argmap.semantics.framework import Framework


def ranks(framework: Framework) -> list[int]:
    """Number the arguments that the grounded labelling decides (min-max numbering, Caminada 2014).

    An argument that is in gets one more than the greatest number among its attackers, 1 when it has
    none; one that is out gets one more than the least number among its attackers that are in. So an odd
    number means in, an even one out, and 0 undecided. A defence that always picks the least number is a
    shortest one. Takes time linear in the attacks. Returns one number for each argument.
    """
    waiting = framework.in_degrees.copy()
    numbers = [0] * framework.size
    queue = [argument for argument, count in enumerate(waiting) if not count]
    for argument in queue:
        numbers[argument] = 1
    targets = framework.targets
    for argument in queue:
        after = numbers[argument] + 1
        for attacked in targets[argument]:
            if numbers[attacked]:
                continue
            numbers[attacked] = after
            for defended in targets[attacked]:
                waiting[defended] -= 1
                if not waiting[defended]:
                    numbers[defended] = after + 1
                    queue.append(defended)
    return numbers
