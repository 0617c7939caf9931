package dev.perflint.recall;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.client.RestClientCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import shop.ShopApplication;

/** The shop in this process, on a database in memory, with a counter at each of its ways out. */
final class RunningShop implements AutoCloseable {
  private static final String STORES =
      "org.springframework.boot.autoconfigure.mongo.MongoAutoConfiguration,"
          + "org.springframework.boot.autoconfigure.data.redis.RedisRepositoriesAutoConfiguration,"
          + "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration";

  private final RoundTrips trips;
  private final ConfigurableApplicationContext context;

  private RunningShop(RoundTrips trips, ConfigurableApplicationContext context) {
    this.trips = trips;
    this.context = context;
  }

  static RunningShop start() {
    RoundTrips trips = new RoundTrips();
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ShopApplication.class)
            .initializers(starting -> count(starting, trips))
            // Only the test starts the jobs; of the stores that fixtures name none is there.
            .run("--shop.reminders=-", "--spring.autoconfigure.exclude=" + STORES);
    return new RunningShop(trips, context);
  }

  private static void count(ConfigurableApplicationContext context, RoundTrips trips) {
    context
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real ? Counting.around(real, trips) : bean;
              }
            });
    RestClientCustomizer carrier =
        builder ->
            builder.requestInterceptor(
                (request, body, execution) -> {
                  trips.add();
                  return new Carrier();
                });
    context.getBeanFactory().registerSingleton("carrier", carrier);
  }

  /** What a call sends when there are so many rows. */
  <B> List<Set<String>> sent(Class<B> type, BiConsumer<B, Rows> call, int count) {
    Rows rows =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
            .execute(status -> Rows.fill(context.getBean(EntityManager.class), count));
    trips.taken();
    call.accept(context.getBean(type), rows);
    return trips.taken();
  }

  /** Each method that a request, a message, an event or the clock calls. */
  Set<String> entryPoints() {
    Set<String> found = new TreeSet<>();
    for (String name : context.getBeanDefinitionNames()) {
      Class<?> type = AopUtils.getTargetClass(context.getBean(name));
      if (type.getPackageName().startsWith("shop")) {
        ReflectionUtils.doWithLocalMethods(
            type,
            method -> {
              boolean isEntry =
                  List.of(
                          RequestMapping.class,
                          Scheduled.class,
                          EventListener.class,
                          KafkaListener.class)
                      .stream()
                      .anyMatch(kind -> AnnotatedElementUtils.hasAnnotation(method, kind));
              if (isEntry) {
                found.add(RoundTrips.key(type.getSimpleName() + ".java", method.getName()));
              }
            });
      }
    }
    return found;
  }

  @Override
  public void close() {
    context.close();
  }
}
