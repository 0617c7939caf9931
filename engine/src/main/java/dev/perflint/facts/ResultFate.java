package dev.perflint.facts;

/** What a method does with what it gets from a call: plain data for the merge. */
public enum ResultFate {
  /** It is used here, and nothing holds it once the method has ended. */
  DROPPED,
  /** The same, but it is closed before. */
  CLOSED,
  /** It goes to whoever calls the method. */
  RETURNED,
  /** Nobody takes it: the call is a statement. */
  IGNORED,
  /** Of an object that is made: a method is given it. */
  HANDED_ON,
  /** It is kept, handed to somebody who may keep it, or nobody has looked. */
  OTHER
}
