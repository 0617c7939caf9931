package dev.perflint.project;

import dev.perflint.facts.MemberNames;
import java.util.ArrayList;
import java.util.List;

/** The way to an effect, in words. */
final class Ways {
  private Ways() {}

  /**
   * Behind "runs a query": " (JdbcTemplate.query, through PriceDao.load)"; empty for an empty way.
   */
  static String text(List<Effects.Witness> way) {
    if (way.isEmpty()) {
      return "";
    }
    String what = way.get(0).what();
    if (way.size() == 1) {
      return " (" + what + ")";
    }
    return " (" + what + ", through " + String.join(" → ", names(way.subList(1, way.size()))) + ")";
  }

  /** Overloads that call each other are one step to a reader. */
  private static List<String> names(List<Effects.Witness> way) {
    List<String> names = new ArrayList<>();
    for (Effects.Witness witness : way) {
      String name = MemberNames.shortName(witness.method().id());
      if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
        names.add(name);
      }
    }
    return names;
  }

  static String step(Effects.Witness witness) {
    String here = MemberNames.shortName(witness.method().id());
    return witness.next().isPresent()
        ? here + " calls " + MemberNames.shortName(witness.next().get().id())
        : here + " runs " + witness.what();
  }
}
