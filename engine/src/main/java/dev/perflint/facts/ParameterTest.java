package dev.perflint.facts;

/**
 * What a parameter of a method must be like for a place in it to be reached.
 *
 * @param parameter its position, from 0
 * @param value what it is compared with, as {@link Constants} writes it; {@code ""} where none is
 */
public record ParameterTest(int parameter, Kind kind, String value) {
  /** How it is compared. */
  public enum Kind {
    IS,
    IS_NOT,
    BELOW,
    AT_MOST,
    ABOVE,
    AT_LEAST,
    /** Neither null nor empty, or one of both: the code asks for the one that it minds. */
    GIVEN,
    MISSING
  }

  /** The same of another parameter. */
  public ParameterTest of(int other) {
    return new ParameterTest(other, kind, value);
  }

  /** The same the other way round. */
  ParameterTest negated() {
    Kind other =
        switch (kind) {
          case IS -> Kind.IS_NOT;
          case IS_NOT -> Kind.IS;
          case BELOW -> Kind.AT_LEAST;
          case AT_LEAST -> Kind.BELOW;
          case ABOVE -> Kind.AT_MOST;
          case AT_MOST -> Kind.ABOVE;
          case GIVEN -> Kind.MISSING;
          case MISSING -> Kind.GIVEN;
        };
    return new ParameterTest(parameter, other, value);
  }

  /**
   * Whether the parameter is known not to be like that.
   *
   * @param constant what a caller hands over; {@link Constants#UNKNOWN}
   */
  public boolean failsFor(String constant) {
    if (constant.equals(Constants.UNKNOWN)) {
      return false;
    }
    return switch (kind) {
      case IS -> Constants.differ(constant, value);
      case IS_NOT -> constant.equals(value);
      case GIVEN -> Constants.isNothing(constant);
      case MISSING -> !Constants.isNothing(constant);
      default -> Constants.areNumbers(constant, value) && !compares(constant);
    };
  }

  private boolean compares(String constant) {
    int order = Double.compare(Double.parseDouble(constant), Double.parseDouble(value));
    return switch (kind) {
      case BELOW -> order < 0;
      case AT_MOST -> order <= 0;
      case ABOVE -> order > 0;
      default -> order >= 0;
    };
  }
}
