package dev.perflint.facts;

/**
 * What may be the case at a place with something that is taken: bits, of which several may be set.
 */
final class HeldBits {
  /** It has not been taken yet. */
  static final int NOT_YET = 1;

  static final int HELD = 2;

  /** It was given back, or is no longer ours. */
  static final int BACK = 4;

  /** Held, and a call has failed since. */
  static final int FAILED = 8;

  private HeldBits() {}

  /** The same after it was given back. */
  static int back(int state) {
    return (state & (HELD | FAILED)) == 0 ? state : state & NOT_YET | BACK;
  }
}
