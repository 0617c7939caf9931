package dev.perflint.report.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of several opportunities wait for others: those that touch the same method. The more urgent
 * one comes first, except that a shared client has to be there before it can be given limits.
 */
final class Dependencies {
  private static final String NEEDS_CLIENT = "http-call-no-timeout";
  private static final String MAKES_CLIENT = "http-client-per-call";

  private final List<Opportunity> inOrder;

  /**
   * @param drafted the most urgent first
   */
  Dependencies(List<Opportunity> drafted) {
    List<Opportunity> order = new ArrayList<>(drafted);
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        boolean swapped =
            order.get(i).rule().id().value().equals(NEEDS_CLIENT)
                && order.get(j).rule().id().value().equals(MAKES_CLIENT)
                && touchTheSame(order.get(i), order.get(j));
        if (swapped) {
          order.add(i, order.remove(j));
        }
      }
    }
    this.inOrder = order;
  }

  /** What should be done before. */
  List<Opportunity> before(Opportunity opportunity) {
    return inOrder.subList(0, inOrder.indexOf(opportunity)).stream()
        .filter(other -> touchTheSame(other, opportunity))
        .toList();
  }

  /** What should wait. */
  List<Opportunity> after(Opportunity opportunity) {
    return inOrder.subList(inOrder.indexOf(opportunity) + 1, inOrder.size()).stream()
        .filter(other -> touchTheSame(other, opportunity))
        .toList();
  }

  private static boolean touchTheSame(Opportunity a, Opportunity b) {
    Set<String> members = new HashSet<>(members(a));
    members.retainAll(members(b));
    return !members.isEmpty();
  }

  private static Set<String> members(Opportunity opportunity) {
    return opportunity.findings().stream()
        .filter(finding -> !finding.member().isBlank())
        .map(finding -> finding.location().path() + "#" + finding.member())
        .collect(Collectors.toSet());
  }
}
