package dev.perflint.rank;

import dev.perflint.knowledge.EntryKind;
import dev.perflint.model.Area;
import dev.perflint.model.Theme;
import java.util.List;
import java.util.Map;

/**
 * Where code lives: by the library types that a finding is about, else by the entry point that
 * reaches it.
 */
final class Areas {
  private static final List<Map.Entry<String, Area>> BY_PREFIX =
      List.of(
          Map.entry("java.net.http.", Area.API_CLIENT),
          Map.entry("java.net.", Area.API_CLIENT),
          Map.entry("okhttp3.", Area.API_CLIENT),
          Map.entry("retrofit2.", Area.API_CLIENT),
          Map.entry("feign.", Area.API_CLIENT),
          Map.entry("org.apache.http.", Area.API_CLIENT),
          Map.entry("org.apache.hc.", Area.API_CLIENT),
          Map.entry("org.springframework.web.client.", Area.API_CLIENT),
          Map.entry("org.springframework.web.reactive.function.client.", Area.API_CLIENT),
          Map.entry("jakarta.ws.rs.client.", Area.API_CLIENT),
          Map.entry("javax.ws.rs.client.", Area.API_CLIENT),
          Map.entry("org.asynchttpclient.", Area.API_CLIENT),
          Map.entry("org.eclipse.jetty.client.", Area.API_CLIENT),
          Map.entry("kong.unirest.", Area.API_CLIENT),
          Map.entry("java.sql.", Area.DATABASE),
          Map.entry("javax.sql.", Area.DATABASE),
          Map.entry("org.springframework.jdbc.", Area.DATABASE),
          Map.entry("org.springframework.data.", Area.DATABASE),
          Map.entry("jakarta.persistence.", Area.DATABASE),
          Map.entry("javax.persistence.", Area.DATABASE),
          Map.entry("org.hibernate.", Area.DATABASE),
          Map.entry("org.jooq.", Area.DATABASE),
          Map.entry("org.apache.ibatis.", Area.DATABASE),
          Map.entry("io.micronaut.data.", Area.DATABASE),
          Map.entry("io.quarkus.hibernate.", Area.DATABASE),
          Map.entry("org.apache.kafka.", Area.MESSAGING),
          Map.entry("org.springframework.kafka.", Area.MESSAGING),
          Map.entry("org.springframework.amqp.", Area.MESSAGING),
          Map.entry("jakarta.jms.", Area.MESSAGING),
          Map.entry("javax.jms.", Area.MESSAGING),
          Map.entry("java.io.", Area.IO),
          Map.entry("java.nio.", Area.IO));

  private Areas() {}

  static Area of(List<String> apis, Theme theme, EntryKind entry) {
    for (String api : apis) {
      for (Map.Entry<String, Area> known : BY_PREFIX) {
        if (api.startsWith(known.getKey())) {
          return known.getValue();
        }
      }
    }
    if (theme == Theme.DATA_ACCESS) {
      return Area.DATABASE;
    }
    return switch (entry) {
      case REQUEST, EVENT_LOOP, REACTIVE -> Area.SERVER;
      case MESSAGE -> Area.MESSAGING;
      case COMMAND_LINE -> Area.CLI;
      case SCHEDULED, BATCH, START_UP, UNKNOWN, TEST -> Area.OTHER;
    };
  }
}
