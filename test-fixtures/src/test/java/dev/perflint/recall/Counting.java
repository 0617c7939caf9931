package dev.perflint.recall;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a data source, its connections and their statements, and tells of each statement
 * that is executed. A batch is one.
 */
record Counting(Object real, RoundTrips trips) implements InvocationHandler {
  static DataSource around(DataSource real, RoundTrips trips) {
    return (DataSource) proxy(DataSource.class, real, trips);
  }

  private static Object proxy(Class<?> type, Object real, RoundTrips trips) {
    Class<?>[] types = {type};
    return Proxy.newProxyInstance(
        Counting.class.getClassLoader(), types, new Counting(real, trips));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    if (real instanceof Statement && method.getName().startsWith("execute")) {
      trips.add();
    }
    try {
      Object result = method.invoke(real, given);
      Class<?> type = method.getReturnType();
      boolean leadsOn =
          Connection.class.isAssignableFrom(type) || Statement.class.isAssignableFrom(type);
      return leadsOn && result != null ? proxy(type, result, trips) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
