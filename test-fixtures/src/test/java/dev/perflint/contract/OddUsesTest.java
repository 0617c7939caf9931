package dev.perflint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.knowledge.Knowledge;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.knowledge.Library;
import dev.perflint.knowledge.MemberPattern;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever the knowledge names turns up in real code in forms that no fixture thinks of: as a
 * method reference, without arguments, in a field, as an anonymous class. No rule may fail on one.
 */
class OddUsesTest {
  private static final String REFERENCE =
      """
      package odd;
      class Use%1$d {
        java.util.function.Supplier<?> field = %2$s::%3$s;
        static final Object CONSTANT = make(%2$s::%3$s);
        static Object make(java.util.function.Supplier<?> maker) { return maker.get(); }
        Object returned(%2$s given) {
          for (int i = 0; i < 1_000; i++) { make(%2$s::%3$s); make(given::%3$s); make(this::%3$s); }
          Runnable task = () -> make(super::%3$s);
          return (java.util.function.Function<Object, Object>) %2$s::%3$s;
        }
      }
      """;
  private static final String CALL =
      """
      package odd;
      abstract class Use%1$d extends %2$s {
        Object field = %3$s();
        Object[] several = {new %2$s().%3$s(), %2$s.%3$s(null, null)};
        { %3$s(1, "two", '3', this); }
        Use%1$d(%2$s given) { super(given.%3$s()); given.%3$s().%3$s().%3$s(field); }
        synchronized Object each(java.util.List<%2$s> all) {
          for (%2$s one : all) { try { one.%3$s(one, one); this.%3$s(); super.%3$s(); } finally { %3$s(null); } }
          while (all.get(0).%3$s() != null) { field = all.get(0).%3$s("", 1); }
          all.forEach(one -> one.%3$s(x -> x.%3$s()));
          return all.isEmpty() ? %2$s.%3$s(0) : switch (all.size()) { case 1 -> %3$s(); default -> (%3$s()); };
        }
      }
      """;
  private static final String CREATION =
      """
      package odd;
      class Use%1$d {
        Object field = new %2$s() {};
        Object[] several = {new %2$s(), new %2$s(null, null), (Object) new %2$s(1)};
        Object made(java.util.List<String> all) {
          new %2$s("", 1, 'c');
          for (String one : all) { new %2$s(one) {{ field = this; }}; field = (new %2$s()); several[0] = new %2$s(); }
          Runnable task = () -> new %2$s().toString();
          java.util.function.Supplier<?> maker = %2$s::new;
          return all.isEmpty() ? new %2$s() : new %2$s(new %2$s());
        }
      }
      """;

  @Test
  void noRuleFailsOnAMemberInAnUnusualPlace() {
    Map<String, String> texts = new TreeMap<>();
    for (Library library : Knowledge.ofBundled(getClass().getClassLoader()).libraries()) {
      for (KnownMember known : library.members()) {
        MemberPattern member = known.member();
        boolean creation = member.isConstructor();
        addUse(creation ? CREATION : CALL, member, texts);
        if (!creation) {
          addUse(REFERENCE, member, texts);
        }
      }
    }
    assertThat(texts).hasSizeGreaterThan(1_000);

    // Throws with every notice of the first file that has one.
    assertThat(FixtureScan.analyses(FixtureScan.pedantic().rules(), texts)).hasSize(texts.size());
  }

  private static void addUse(String form, MemberPattern member, Map<String, String> into) {
    int number = into.size();
    into.put(
        "odd/Use%05d.java".formatted(number), form.formatted(number, member.type(), member.name()));
  }
}
