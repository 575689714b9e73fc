"""How much somebody types to take twenty arguments down: in the lines of ``argmap add -``, and in Argdown.

Both say the same: who says what, and what it supports or attacks. Every sign and every end of a line counts,
names are typed out without completion, and moving about in a file, which Argdown needs, is free.

    python benchmarks/keystrokes.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

TARGET_RATIO = 1.2
LINES = """\
ada: The old street should be closed to cars.
ada + closed: Without cars the air gets cleaner.
ada + closed: Children can walk to school safely.
boris > closed: Lorries must reach the shops every morning.
ada > lorries: Deliveries can be made before eight.
boris > deliveries: Drivers may not work before seven.
cleo + closed: Shops in quiet streets sell more.
boris >? quiet: The survey counted only weekends.
cleo > survey: The second survey counted every day.
boris > air: Cleaner air there is dirtier air in the next street.
ada > dirtier: Traffic falls when streets are closed.
ada + falls: It fell by a tenth in three other towns.
boris >| falls: Those towns have a railway station.
cleo: The buses should run every ten minutes.
boris > run: Nobody pays for empty buses.
cleo > nobody: The town council has granted the money.
cleo + run: People who wait longer take the car.
ada + run: Old people depend on the bus.
boris > depend: Most old people have a car.
ada > most: One in three of them has none.
"""
ARGDOWN = """\
The old street should be closed to cars. #ada
  + Without cars the air gets cleaner. #ada
    - Cleaner air there is dirtier air in the next street. #boris
      - Traffic falls when streets are closed. #ada
        + <fell>: It fell by a tenth in three other towns. #ada
          _> Those towns have a railway station. #boris
  + Children can walk to school safely. #ada
  - Lorries must reach the shops every morning. #boris
    - Deliveries can be made before eight. #ada
      - Drivers may not work before seven. #boris
  + Shops in quiet streets sell more. #cleo
    - The survey counted only weekends. #boris
      - The second survey counted every day. #cleo

The buses should run every ten minutes. #cleo
  - Nobody pays for empty buses. #boris
    - The town council has granted the money. #cleo
  + People who wait longer take the car. #cleo
  + Old people depend on the bus. #ada
    - Most old people have a car. #boris
      - One in three of them has none. #ada
"""


def taken_down() -> int:
    """Take the lines down in an empty map; give how many statements it then has.

    Raises:
        CalledProcessError: a line is not taken.
    """
    from argmap import load

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "round.yaml"
        path.write_text("claims: []\n", encoding="utf-8")
        command = [sys.executable, "-m", "argmap", "add", "-", "--create", "--map", str(path)]
        subprocess.run(command, input=LINES, encoding="utf-8", check=True, stdout=subprocess.DEVNULL)
        return len(load(path).statements)


def main() -> None:
    """Print both counts and their ratio; leave with 1 above the target."""
    bare = "".join(
        line.rpartition(" #")[0] + "\n" if "#" in line else line for line in ARGDOWN.splitlines(keepends=True)
    )
    ratio = len(LINES) / len(ARGDOWN)
    print(f"statements taken down     {taken_down()}")
    print(f"lines of `argmap add -`   {len(LINES)} keystrokes")
    print(f"Argdown                   {len(ARGDOWN)} keystrokes, ratio {ratio:.2f}, target {TARGET_RATIO}")
    print(f"Argdown without speakers  {len(bare)} keystrokes, ratio {len(LINES) / len(bare):.2f}")
    sys.exit(ratio > TARGET_RATIO)


if __name__ == "__main__":
    main()
