package dev.perflint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perflint.Perflint;
import dev.perflint.rule.RuleDoc;
import java.util.List;

/** Rules as JSON, for scripts. */
final class RuleJson {
  private RuleJson() {}

  /** {@code {"schemaVersion": 1, "version": ..., "rules": [...]}}, in lines that end in LF. */
  static String of(List<RuleDoc> rules) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode().put("schemaVersion", 1);
    root.put("version", Perflint.VERSION);
    ArrayNode list = root.putArray("rules");
    for (RuleDoc rule : rules) {
      ObjectNode node = list.addObject();
      node.put("id", rule.id().value());
      node.put("theme", rule.theme().id());
      node.put("group", rule.group().id());
      rule.pedantic().ifPresent(where -> node.put("pedanticIn", where));
      node.put("risk", rule.risk().id());
      node.put("jdk", rule.jdk().toString());
      node.put("since", rule.since());
      node.put("summary", rule.summary());
      node.put("why", rule.why());
      node.put("caveat", rule.caveat());
      node.put("instead", rule.instead());
      node.put("userImpact", rule.userImpact());
      node.put("effect", rule.effect());
      rule.cost().ifPresent(cost -> node.put("costNanos", cost.nanos()));
      node.put("technique", rule.technique().label());
      node.put("effort", rule.effort().label());
      node.put("evidence", rule.evidence().text());
      rule.fixLabel().ifPresent(fix -> node.put("fix", fix));
    }
    try {
      String json = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
      return json.replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
    }
  }
}
