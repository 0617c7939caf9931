package dev.perflint.facts;

/**
 * That a collection has few elements, and why.
 *
 * @param elements how many it is counted as
 * @param text why, after the loop's own text, e.g. "those of one"
 */
record Few(double elements, String text) {
  /**
   * What belongs to one thing, asked for by its key. It counts as many as a request hands over: of
   * 21 such loops read in three applications 15 had one to five elements.
   */
  static final Few OF_ONE = new Few(3, "those of one");

  /** What a list in the web shows at once: 20 is the default of Spring Data, others have 10. */
  static final Few PAGE = new Few(20, "a page");

  /** A loop that runs once would be none, and what it does not be repeated by any. */
  private static final long FEWEST = 2;

  static Few atMost(long elements) {
    long counted = Math.max(FEWEST, elements);
    return new Few(counted, "at most " + counted);
  }

  /** The two together, as many as they are for sure where neither says why. */
  Few plus(Few other) {
    return elements == 0 ? other : new Few(elements + other.elements, "");
  }

  /** The same with a reason. */
  Few counted() {
    return text.isEmpty() ? atMost((long) elements) : this;
  }

  /** The one of more elements: what may be either is no shorter. */
  Few or(Few other) {
    return other.elements > elements ? other : this;
  }

  /** The one of fewer elements. */
  Few and(Few other) {
    return other.elements < elements ? other : this;
  }
}
