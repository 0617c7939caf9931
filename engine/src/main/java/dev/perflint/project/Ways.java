package dev.perflint.project;

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
      through.append(i == 1 ? "" : " → ").append(shortName(way.get(i).method().id()));
    }
    return " (" + what + ", through " + through + ")";
  }

  static String step(Effects.Witness witness) {
    String here = shortName(witness.method().id());
    return witness.next().isPresent()
        ? here + " calls " + shortName(witness.next().get().id())
        : here + " runs " + witness.what();
  }

  /** {@code PriceService.quote} */
  static String shortName(String methodId) {
    String type = methodId.substring(0, methodId.indexOf('#'));
    String method = methodId.substring(methodId.indexOf('#') + 1, methodId.indexOf('('));
    return type.substring(type.lastIndexOf('.') + 1) + "." + method;
  }
}
