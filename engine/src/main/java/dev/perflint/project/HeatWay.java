package dev.perflint.project;

import dev.perflint.rank.Heat;
import java.util.Comparator;
import java.util.List;

/**
 * A way that waits to be followed; its heat as a number is compared too often to work it out.
 *
 * @param self the class of the object that it is in at its end, as {@link OwnCalls} has it
 * @param closed which tests of the parameters of its last method fail for what it hands over: it
 *     leads to less than other ways do
 * @param entry position of its first method, which tells most ways apart that are equally hot
 * @param weight the heat of what it leads to: less by log10 of how many times fewer elements than
 *     others may it hands over to a loop at its end, since another way to that loop is the hotter
 *     one
 * @param occasional whether its entry point sounds like what people come to now and then
 * @param turn as {@link Heat#turn} has it
 */
record HeatWay(
    Heat heat,
    String self,
    String closed,
    int entry,
    double log10,
    double weight,
    boolean occasional,
    int turn) {
  /** What a way closes that hands over no constant that anybody asks for. */
  static final String NOTHING = "";

  static final Comparator<HeatWay> HOTTEST_FIRST = HeatWay::hottestFirst;

  String method() {
    return heat.methods().get(heat.methods().size() - 1);
  }

  String state() {
    return state(method(), self, closed);
  }

  /** In what state a way into an object of a class is at its end. */
  static String state(String method, String self, String closed) {
    String into = self.equals(OwnCalls.ANY) ? method : method + " " + self;
    return closed.equals(NOTHING) ? into : into + " " + closed;
  }

  /** Written out: a scan compares ways some hundred thousand times. */
  private static int hottestFirst(HeatWay way, HeatWay other) {
    int order = Double.compare(other.weight, way.weight);
    if (order != 0) {
      return order;
    }
    Heat heat = way.heat();
    Heat than = other.heat();
    order = Boolean.compare(heat.later(), than.later());
    order = order != 0 ? order : Boolean.compare(way.occasional(), other.occasional());
    order = order != 0 ? order : Integer.compare(heat.methods().size(), than.methods().size());
    order = order != 0 ? order : heat.label().compareTo(than.label());
    order = order != 0 ? order : Integer.compare(way.entry(), other.entry());
    return order != 0 ? order : compare(heat.methods(), than.methods());
  }

  private static int compare(List<String> way, List<String> other) {
    for (int i = 0; i < Math.min(way.size(), other.size()); i++) {
      // Ways often begin alike, and to compare a long name with itself takes as long as it is.
      if (!way.get(i).equals(other.get(i))) {
        return way.get(i).compareTo(other.get(i));
      }
    }
    return Integer.compare(way.size(), other.size());
  }
}
