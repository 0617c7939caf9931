package com.github.javaparser;

import java.util.Arrays;

/**
 * The keywords, and the identifiers met so far: each text is made once, however often the sources
 * say it. Open addressing over a power of two of places.
 */
final class NameTable {
  private static final int PLACES = 1 << 14;

  /** At half of the places it starts again, so that a scan of millions of names stays small. */
  private static final int MOST = PLACES / 2;

  private final String[] texts = new String[PLACES];
  private final int[] hashes = new int[PLACES];
  private final int[] kinds = new int[PLACES];
  private int size;
  private int found;

  NameTable() {
    clear();
  }

  /**
   * The text of a name; {@link #kind} then says which token it is.
   *
   * @param hash of the characters as {@link #hash} computes it
   */
  String text(char[] chars, int start, int end, int hash) {
    int place = place(hash);
    while (texts[place] != null) {
      if (hashes[place] == hash && isAt(texts[place], chars, start, end)) {
        found = place;
        return texts[place];
      }
      place = (place + 1) & (PLACES - 1);
    }
    if (size == MOST) {
      clear();
    }
    return add(
        new String(chars, start, end - start), hash, GeneratedJavaParserConstants.IDENTIFIER);
  }

  /** Of the name that was asked for last. */
  int kind() {
    return kinds[found];
  }

  /** One step of the hash over a name's characters, which starts with 0. */
  static int hash(int hash, char next) {
    return 31 * hash + next;
  }

  private String add(String text, int hash, int kind) {
    int place = place(hash);
    while (texts[place] != null) {
      place = (place + 1) & (PLACES - 1);
    }
    texts[place] = text;
    hashes[place] = hash;
    kinds[place] = kind;
    found = place;
    size++;
    return text;
  }

  private void clear() {
    Arrays.fill(texts, null);
    size = 0;
    for (int kind = GeneratedJavaParserConstants.ABSTRACT;
        kind <= GeneratedJavaParserConstants.WHEN;
        kind++) {
      addKeyword(kind);
    }
    addKeyword(GeneratedJavaParserConstants.UNNAMED_PLACEHOLDER);
  }

  private void addKeyword(int kind) {
    String quoted = GeneratedJavaParserConstants.tokenImage[kind];
    String text = quoted.substring(1, quoted.length() - 1);
    add(text, text.hashCode(), kind);
  }

  private static int place(int hash) {
    return (hash ^ (hash >>> 15)) & (PLACES - 1);
  }

  private static boolean isAt(String text, char[] chars, int start, int end) {
    int length = end - start;
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }
}
