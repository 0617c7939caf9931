package dev.perflint.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stations of a finding, each but the last in the order in which the program passes them.
 *
 * @param approach the calls from the entry point to the place, or to the use of what is made there
 * @param around the loops around the place, or where what is made there is used
 * @param beyond from the place on to what it leads to, e.g. the helpers and the query
 * @param beside other places that the same change mends
 */
public record Trail(List<Step> approach, List<Step> around, List<Step> beyond, List<Step> beside) {
  /** Of a finding that one place tells all of. */
  public static final Trail NONE = new Trail(List.of(), List.of(), List.of());

  public Trail {
    approach = List.copyOf(approach);
    around = List.copyOf(around);
    beyond = List.copyOf(beyond);
    beside = List.copyOf(beside);
  }

  /** Of one place. */
  public Trail(List<Step> approach, List<Step> around, List<Step> beyond) {
    this(approach, around, beyond, List.of());
  }

  /** The same with other places. */
  Trail with(List<Step> others) {
    return new Trail(approach, around, beyond, others);
  }

  /** What a reader looks for first: all but the approach. */
  public List<Step> near() {
    return Stream.of(around, beyond, beside).flatMap(List::stream).toList();
  }

  /** Every step. */
  public List<Step> all() {
    return Stream.of(approach, around, beyond, beside).flatMap(List::stream).toList();
  }

  /** From the entry point over the place to what it leads to; empty where no call is passed. */
  public List<Step> flow(Step place) {
    if (approach.isEmpty() && beyond.isEmpty()) {
      return List.of();
    }
    List<Step> flow = new ArrayList<>(approach);
    flow.addAll(around);
    flow.add(place);
    flow.addAll(beyond);
    return flow;
  }
}
