package dev.perflint.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyWorkTest {
  @ParameterizedTest
  @CsvSource({
    "POST /orders, shop.Orders#create(Order)",
    "POST /api/v2/shopOrders/{id}/place, shop.Shop#place(long)",
    "POST /, shop.PaymentController#create(Payment)",
    "POST /basket/items, shop.Items#add(Item)",
    "PUT /wx/auth/bindPhone, shop.Users#bind(String)",
    "OrderServlet.doPost, shop.OrderServlet#doPost(Request)",
    "POST /files/upload, shop.Files#save(File)",
    "POST /chatMessages, shop.Chats#create(Text)",
  })
  void isWhatAnApplicationIsThereFor(String label, String handler) {
    assertThat(DailyWork.is(label, handler)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "POST /users/{orderId}, shop.Users#create(User)",
    "POST /borders, shop.Borders#create(Border)",
    "PUT /cohorts/{id}, shop.Cohorts#update(Cohort)",
    "DELETE /orders/{id}, shop.Orders#delete(long)",
    "POST /orders/import, shop.Orders#bringIn(File)",
    "POST /notification/config, shop.Notifications#save(Config)",
    "POST /messageTemplates, shop.Messages#add(Template)",
    "POST /instances/<role>, shop.Instances#start(String)",
    "PUT /management/collections, shop.Collections#collect()",
    "PUT /collections/off, shop.Collections#disableCollecting()",
    "POST /streams/deployments/{name}, shop.Streams#deploy(String)",
  })
  void isNotWhatAFewPeopleChangeNowAndThen(String label, String handler) {
    assertThat(DailyWork.is(label, handler)).isFalse();
  }
}
