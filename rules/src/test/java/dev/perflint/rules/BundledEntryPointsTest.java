package dev.perflint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.knowledge.EntryPoint;
import dev.perflint.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Through which libraries work comes in, by the kind that its heat goes by. */
class BundledEntryPointsTest {
  private final Knowledge knowledge = Knowledge.ofBundled(Knowledge.class.getClassLoader());

  @Test
  void requestsComeThroughServersAndRemoteServices() {
    assertThat(through(EntryKind.REQUEST))
        .contains(
            "JAX-WS",
            "Dubbo",
            "GWT",
            "Wicket",
            "Struts",
            "Struts 1",
            "Portlets",
            "Sling",
            "Javalin",
            "Jetty",
            "Undertow",
            "Restlet",
            "Servlet",
            "Spring Web",
            "gRPC");
    assertThat(through(EntryKind.EVENT_LOOP)).contains("Spring Cloud Gateway", "Netty", "Vert.x");
  }

  @Test
  void messagesComeThroughBrokersStreamsAndWorkflows() {
    assertThat(through(EntryKind.MESSAGE))
        .contains(
            "RabbitMQ",
            "Spring AMQP",
            "Pulsar",
            "Kafka",
            "Kafka Streams",
            "Kafka Connect",
            "NATS",
            "Paho",
            "Camel",
            "Axon",
            "Flink",
            "Storm",
            "Beam",
            "NiFi",
            "Camunda 7",
            "Zeebe");
  }

  /** Else one method has two kinds of heat by what its class is called last. */
  @Test
  void noMethodOfATypeIsTwoKinds() {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (EntryPoint entry : knowledge.entryPoints()) {
      for (String method : entry.supertype().isPresent() ? entry.methods() : List.<String>of()) {
        String key =
            entry.annotation() + " " + entry.supertype().get() + "#" + method + entry.takes();
        if (!seen.add(key)) {
          twice.add(key);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  private Set<String> through(EntryKind kind) {
    Set<String> libraries = new HashSet<>();
    for (EntryPoint entry : knowledge.entryPoints()) {
      if (entry.kind() == kind) {
        libraries.add(entry.library());
      }
    }
    return libraries;
  }
}
