package dev.perflint.project;

import dev.perflint.facts.MemberNames;
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
    StringBuilder through = new StringBuilder();
    for (int i = 1; i < way.size(); i++) {
      through.append(i == 1 ? "" : " → ").append(MemberNames.shortName(way.get(i).method().id()));
    }
    return " (" + what + ", through " + through + ")";
  }

  static String step(Effects.Witness witness) {
    String here = MemberNames.shortName(witness.method().id());
    return witness.next().isPresent()
        ? here + " calls " + MemberNames.shortName(witness.next().get().id())
        : here + " runs " + witness.what();
  }
}
