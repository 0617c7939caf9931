package dev.perflint.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A library's version by its leading numbers, {@code 3.4} of {@code 3.4.0-RC1}; missing numbers
 * count as 0.
 *
 * @param numbers most significant first
 */
public record Version(List<Integer> numbers) implements Comparable<Version> {
  private static final int MOST_NUMBERS = 4;
  private static final int MOST_DIGITS = 9;

  public Version {
    numbers = List.copyOf(numbers);
  }

  /**
   * @throws IllegalArgumentException for a text that does not start with a number
   */
  public static Version parse(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.strip().split("[.]", -1)) {
      String digits = part.replaceFirst("[^0-9].*", "");
      if (digits.isEmpty() || digits.length() > MOST_DIGITS || numbers.size() == MOST_NUMBERS) {
        break;
      }
      numbers.add(Integer.parseInt(digits));
      if (digits.length() < part.length()) {
        break;
      }
    }
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("no version: " + text);
    }
    return new Version(numbers);
  }

  @Override
  public int compareTo(Version other) {
    return compareTo(other, Math.max(numbers.size(), other.numbers.size()));
  }

  /** Compares the first numbers only. */
  int compareTo(Version other, int count) {
    for (int i = 0; i < count; i++) {
      int order = Integer.compare(number(i), other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
