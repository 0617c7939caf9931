package dev.perflint.rule;

/** Which findings of a rule one change mends, so that one of them tells of all. */
public enum Once {
  /** Each by itself. */
  PER_PLACE,
  /** All calls that lead to the same type, which is what is mended. */
  PER_CALLEE,
  /**
   * All places of a type that asks for transactions as a whole, or of more than a few of its
   * methods, and those in the transaction of one method.
   */
  PER_TRANSACTIONAL_TYPE,
  /** What one file does alike with the same types of a library, for which it gets one helper. */
  PER_FILE,
  /** What one file does alike, whatever types of a library it does it with. */
  PER_WHOLE_FILE,
  /**
   * What one file does alike more than a few times: a few places are changes of their own, a habit
   * is mended by one object that all of them share.
   */
  PER_HABIT,
  /** What stands in the same loop, which is what is rewritten. */
  PER_LOOP,
  /** The same lines of copies of a configuration file. */
  PER_COPIED_LINES
}
