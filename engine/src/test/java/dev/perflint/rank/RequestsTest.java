package dev.perflint.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perflint.knowledge.EntryKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
  @ParameterizedTest
  @CsvSource({
    "GET /orders, 2",
    "POST /orders, 0",
    "DELETE /orders/{id}, 0",
    "PUT, 0",
    "POST /orders/search, 2",
    "POST /orders/validate, 2",
    "POST /orders/invalidate, 0",
    "POST /configs/listener, 0",
    "POST /contacts/create-list, 0",
    "POST /contacts/saveList, 0",
    "POST /addresses/list, 2",
    "POST /samples/fetch, 2",
    "OrderServlet.doPost, 0",
    "OrderServlet.doGet, 2",
    "/orders, 2",
  })
  void whatWritesComesLessOftenThanWhatAsks(String label, double log10) {
    assertThat(Heat.of(EntryKind.REQUEST, label, "shop.Orders#orders()").log10()).isEqualTo(log10);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /monitors/manage, shop.Monitors#enableMonitors(Set), 0",
    "GET /orders/stop, shop.Orders#cancel(long), 0",
    "GET /groups/switch/{tag}, shop.Groups#startSwitch(String), 0",
    "GET /groups/started, shop.Groups#started(), 2",
    "GET /orders/add, shop.Orders#add(), 2",
    "/rest/addOrder, shop.Orders#addOrder(), 0",
    "GET /api/orders/create, shop.Orders#order(), 0",
    "GET /api/orders/created, shop.Orders#created(), 2",
    "GET /orders/addOrder, shop.Orders#addOrder(), 2",
    "operation of a web service, shop.Orders#createOrder(Order), 0",
    "operation of a web service, shop.Orders#created(), 2",
    "GET /orders/updates, shop.Orders#updates(), 2",
    "GET /orders, shop.Orders#pausedOrders(), 2",
    "DeleteOrderServlet.doGet, shop.DeleteOrderServlet#doGet(Request), 0",
    "ExecuteOrderServlet.doGet, shop.ExecuteOrderServlet#doGet(Request), 0",
    "ExecOrderServlet.doGet, shop.ExecOrderServlet#doGet(Request), 0",
    "DeletedOrdersServlet.doGet, shop.DeletedOrdersServlet#doGet(Request), 2",
    "OrderServlet.doGet, shop.OrderServlet#doGet(Request), 2",
  })
  void aHandlerThatSaysWhatItChangesWrites(String label, String handler, double log10) {
    assertThat(Heat.of(EntryKind.REQUEST, label, handler).log10()).isEqualTo(log10);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /orders, shop.Orders#orders(), false",
    "GET /orders/export, shop.Orders#orders(), true",
    "GET /orders/file, shop.Orders#exportOrders(), true",
    "GET /user/import/{type}/test, shop.Users#groups(), true",
    "GET /orders/all.csv, shop.Orders#all(), true",
    "GET /orders/all, shop.OrderExportController#handle(), true",
    "GET /orders/csv, shop.Orders#exported(), false",
    "GET /online/list, shop.Users#list(), true",
    "GET /globalhealthcheck, shop.Checks#all(), true",
    "GET /api/health-checks, shop.Checks#all(), true",
    "GET /healthcheckups/{id}, shop.Patients#show(), false",
    "GET /generator/download, shop.Code#download(), true",
    "GET /infra/codegen/{id}, shop.Code#show(), true",
    "GET /agenda/general, shop.Days#show(), false",
    "GET /generators/{id}, shop.Power#show(), false",
    "GET /auth/online, shop.Users#list(), true",
    "GET /online-shop/orders, shop.Orders#list(), false",
    "GET /orders/fill, shop.OrderJobHandler#execute(), true",
    "GET /orders/fill, shop.OrderJob#execute(), true",
    "GET /orders/jobs, shop.JobController#list(), false",
    "GET /orders/latest, shop.Orders#tested(), false",
    "GET /orders/{export}, shop.Orders#of(String), false",
    "GET /shareSettings, shop.Shares#form(), true",
    "GET /config, shop.Config#config(), false",
    "GET admin/orders, shop.Orders#all(), true",
    "GET /orders/administered, shop.Orders#all(), false",
    "GET /columns, shop.admin.Columns#list(), true",
    "GET /columns, shop.Columns#of(shop.admin.Kind), false",
    "GET /columns, shop.admins.Columns#list(), false",
    "GET /orders for administrators, shop.Orders#all(), true",
    "POST /orders for administrators, shop.Orders#order(), true",
    "GET /devices/all, shop.Devices#syncDevices(), true",
    "GET /devices/clean, shop.Devices#cleared(), false",
    "POST /orders, shop.Orders#order(), false",
    "POST /cohorts, shop.Cohorts#add(), true",
    "GET /manager/orders, shop.Orders#all(), true",
    "GET /managers, shop.Managers#all(), false",
    "GET /service/r/log/out.log, shop.Logs#tail(), true",
    "GET /service/r/cluster/{name}/package/{id}, shop.Packages#of(String), true",
    "GET /system/news, shop.News#all(), false",
    "GET /item/suggest/cluster/{id}, shop.Items#suggest(), false",
    "health check, shop.Database#check(), true",
    "GET /actuator/health, shop.Database#check(), true",
    "GET /health/readiness, shop.Database#check(), true",
    "GET /health/records, shop.Records#all(), false",
    "GET /feedback/daily-request-check, shop.Checks#check(), true",
    "GET /workflows/{id}/refresh, shop.Workflows#again(), true",
    "GET /orders/{id} for administrators, shop.Orders#of(long), true",
    "GET /orders/{id} to export or import, shop.Orders#of(long), true",
    "GET /orders/{id} that is deprecated, shop.Orders#of(long), true",
    "GET /sys/role/page, shop.Roles#page(), true",
    "GET /users/permissions/group, shop.Permissions#ofGroup(), true",
    "GET /sys/permission/byToken, shop.Permissions#mine(), false",
    "GET /my/permissions/check, shop.Permissions#check(), false",
    "GET /casting/rolesheets, shop.Casts#all(), false",
    "POST /token/refresh, shop.Tokens#next(), false",
  })
  void whatComesBesideTheDailyWork(String label, String handler, boolean occasional) {
    assertThat(Heat.of(EntryKind.REQUEST, label, handler).isOccasional()).isEqualTo(occasional);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.Orders#getOrder(Request), true",
    "shop.Orders#doGet(Request), true",
    "shop.Orders#replace(Request), false",
    "shop.Orders#getaway(Request), false",
  })
  void aNameTellsWhatAsks(String method, boolean asks) {
    assertThat(Requests.isAsking(method)).isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.Shop#install(), true",
    "shop.Shop#startInstallation(), true",
    "shop.Shop#initializeSchemaForTenant(String), true",
    "shop.Shop#createSchema(), true",
    "shop.Shop#createSchematic(), false",
    "shop.Shop#readSchema(), false",
    "shop.InstallFilter#doPost(Request), true",
    "shop.TestInstallUtil#connect(), true",
    "shop.Installer#<init>(), true",
    "shop.SetupController#save(), true",
    "shop.AMSetupServlet#doPost(Request), true",
    "shop.CardSetupController#save(), false",
    "shop.Shop#setUp(), false",
    "shop.Shop#installed(), false",
    "shop.Installment#pay(), false",
    "shop.InstalmentPlan#pay(), false",
    "shop.install.Orders#find(), false",
    "shop.Shop#uninstall(), false",
  })
  void aNameTellsWhatInstalls(String method, boolean installs) {
    assertThat(Requests.isInstallation(method)).isEqualTo(installs);
  }
}
