"""Labels keep off each other."""

from itertools import pairwise

from tracker.charts.boxes import ABOVE, Box, Room, spread


def test_stacked_labels_are_at_least_the_gap_apart_and_stay_between_the_bounds() -> None:
    heights = [40.0, 60.0, 20.0, 30.0]
    placed = spread([100.0, 102.0, 104.0, 5.0], heights, 14.0, 0.0, 400.0)
    ordered = sorted(zip(placed, heights, strict=True))
    assert all(b - hb / 2 - (a + ha / 2) >= 14 - 1e-9 for (a, ha), (b, hb) in pairwise(ordered))
    assert ordered[0][0] - ordered[0][1] / 2 >= 0
    assert ordered[-1][0] + ordered[-1][1] / 2 <= 400


def test_labels_that_do_not_touch_stay_level_with_their_marks() -> None:
    assert spread([50.0, 200.0], [20.0, 20.0], 14.0, 0.0, 400.0) == [50.0, 200.0]


def test_labels_at_the_lower_edge_move_up_together() -> None:
    placed = spread([395.0, 398.0], [40.0, 40.0], 14.0, 0.0, 400.0)
    assert placed[1] + 20 <= 400
    assert placed[1] - placed[0] == 54


def test_a_label_sits_above_its_point_and_moves_when_that_is_taken() -> None:
    room = Room(Box(0, 0, 200, 200))
    first = room.place((100, 100), (40, 20), ABOVE, 5)
    second = room.place((100, 100), (40, 20), ABOVE, 5)
    assert first == Box(80, 75, 120, 95)
    assert second is not None
    assert not second.overlaps(first)


def test_a_label_without_room_is_left_out_unless_it_must_be_there() -> None:
    room = Room(Box(0, 0, 50, 50), taken=[Box(0, 0, 50, 50)])
    assert room.place((25, 25), (40, 20), ABOVE, 5) is None
    assert room.place((25, 25), (40, 20), ABOVE, 5, must=True) is not None


def test_a_label_prefers_the_side_where_it_covers_no_line() -> None:
    room = Room(Box(0, 0, 300, 300))
    room.draw_line([(0.0, 128.0), (300.0, 128.0)])
    box = room.place((150, 150), (60, 20), ABOVE, 5)
    assert box is not None
    assert not box.top <= 128 <= box.bottom
