#include "store/contract/store_contract.h"

namespace rapport {
namespace {

Monitor monitor_of(WorkspaceId workspace, int number) {
  Monitor monitor;
  monitor.workspace = workspace;
  monitor.id = MonitorId{number};
  monitor.name = "Us";
  monitor.query = "acme";
  monitor.by = MemberId{5};
  monitor.created_at = sample::at(1);
  monitor.changed_at = sample::at(1);
  return monitor;
}

AlertRule rule_of(WorkspaceId workspace, int monitor, AlertKind kind) {
  AlertRule rule;
  rule.workspace = workspace;
  rule.monitor = MonitorId{monitor};
  rule.kind = kind;
  rule.by = MemberId{5};
  rule.created_at = sample::at(2);
  rule.changed_at = sample::at(2);
  return rule;
}

Alert alert_of(WorkspaceId workspace, int number) {
  Alert alert;
  alert.workspace = workspace;
  alert.id = AlertId{number};
  alert.monitor = MonitorId{1};
  alert.at = sample::at(number);
  alert.says = "Us: 34 posts in an hour where 4 are usual.";
  alert.posts = {PostId{7}, PostId{9'007'199'254'740'993}};
  return alert;
}

AlertDelivery delivery_of(WorkspaceId workspace, int alert, const std::string& address) {
  AlertDelivery delivery;
  delivery.workspace = workspace;
  delivery.alert = AlertId{alert};
  delivery.address = address;
  delivery.next_try_at = sample::at(alert);
  delivery.changed_at = sample::at(alert);
  return delivery;
}

TEST_P(StoreContract, KeepsOneAlertRuleOfAKind) {
  AlertRule spike = rule_of(here, 1, AlertKind::kSpike);
  AlertRule person = rule_of(here, 1, AlertKind::kPerson);
  person.handles = {"ana.example", "ben.example"};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.monitors().add(monitor_of(here, 1)));
    RAPPORT_TRY(unit.monitors().add(monitor_of(here, 2)));
    RAPPORT_TRY(unit.alerts().put_rule(spike));
    RAPPORT_TRY(unit.alerts().put_rule(person));
    RAPPORT_TRY(unit.alerts().put_rule(rule_of(here, 2, AlertKind::kSpike)));
    return unit.alerts().put_rule(rule_of(elsewhere, 1, AlertKind::kSpike));
  });
  spike.app = false;
  spike.emails = {"ana@brand.example"};
  spike.webhook = "https://hook.example/x";
  spike.sealed_secret = "v1.sealed";
  spike.changed_at = sample::at(3);
  write([&](Unit& unit) { return unit.alerts().put_rule(spike); });
  const auto rules = [&] {
    return read([&](Unit& unit) { return unit.alerts().rules(here, MonitorId{1}); });
  };
  EXPECT_EQ(rules(), (std::vector{person, spike}));
  // Of a monitor that is paused, gone or not there, none is in force.
  const auto in_force = [&] { return read([&](Unit& unit) { return unit.alerts().in_force(); }); };
  EXPECT_EQ(in_force(), (std::vector{person, spike, rule_of(here, 2, AlertKind::kSpike)}));
  Monitor paused = monitor_of(here, 2);
  paused.paused = true;
  write([&](Unit& unit) { return unit.monitors().save(paused); });
  EXPECT_EQ(in_force(), (std::vector{person, spike}));
  write([&](Unit& unit) {
    return unit.alerts().remove_rule(here, MonitorId{1}, AlertKind::kPerson);
  });
  EXPECT_EQ(rules(), std::vector{spike});
  write([&](Unit& unit) { return unit.monitors().remove(here, MonitorId{1}, sample::at(9)); });
  EXPECT_TRUE(in_force().empty());
  while (write([&](Unit& unit) { return unit.monitors().clear_removed(9); })) {
  }
  EXPECT_TRUE(rules().empty());
}

TEST_P(StoreContract, ListsAlertsTheNewestFirst) {
  Alert person = alert_of(here, 3);
  person.kind = AlertKind::kPerson;
  person.person = PersonId{8};
  person.conversation = ConversationId{4};
  Alert silent = alert_of(here, 2);
  silent.app = false;
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.monitors().add(monitor_of(here, 1)));
    RAPPORT_TRY(unit.monitors().add(monitor_of(elsewhere, 1)));
    RAPPORT_TRY(unit.alerts().add(alert_of(here, 1)));
    RAPPORT_TRY(unit.alerts().add(silent));
    RAPPORT_TRY(unit.alerts().add(person));
    return unit.alerts().add(alert_of(elsewhere, 4));
  });
  const auto newest = [&](std::optional<AlertId> below, int most) {
    return read([&](Unit& unit) { return unit.alerts().newest(here, below, most); });
  };
  EXPECT_EQ(newest({}, 9), (std::vector{person, alert_of(here, 1)}));
  EXPECT_EQ(newest({}, 1), std::vector{person});
  EXPECT_EQ(newest(person.id, 9), std::vector{alert_of(here, 1)});
  EXPECT_EQ(read([&](Unit& unit) { return unit.alerts().find(here, silent.id); }), silent);
  EXPECT_EQ(read_fails([&](Unit& unit) { return unit.alerts().find(here, AlertId{4}); }),
            ErrorKind::kNotFound);

  const auto told = [&](AlertKind kind, PersonId who) {
    return read([&](Unit& unit) { return unit.alerts().last_told(here, MonitorId{1}, kind, who); });
  };
  EXPECT_EQ(told(AlertKind::kSpike, {}), sample::at(2));
  EXPECT_EQ(told(AlertKind::kPerson, PersonId{8}), sample::at(3));
  EXPECT_EQ(told(AlertKind::kPerson, PersonId{9}), std::nullopt);
  EXPECT_EQ(told(AlertKind::kNegative, {}), std::nullopt);

  const auto read_to = [&](int member) {
    return read([&](Unit& unit) { return unit.alerts().read_to(here, MemberId{member}); });
  };
  EXPECT_EQ(read_to(5), AlertId{});
  write([&](Unit& unit) { return unit.alerts().mark_read(here, MemberId{5}, AlertId{3}); });
  write([&](Unit& unit) { return unit.alerts().mark_read(here, MemberId{5}, AlertId{1}); });
  EXPECT_EQ(read_to(5), AlertId{3}) << "it never goes back";
  EXPECT_EQ(read_to(6), AlertId{});

  write([&](Unit& unit) { return unit.monitors().remove(here, MonitorId{1}, sample::at(9)); });
  EXPECT_TRUE(newest({}, 9).empty());
  while (write([&](Unit& unit) { return unit.monitors().clear_removed(9); })) {
  }
  EXPECT_EQ(read_fails([&](Unit& unit) { return unit.alerts().find(here, person.id); }),
            ErrorKind::kNotFound);
}

TEST_P(StoreContract, KeepsWhatIsToBeBroughtUntilItIsDone) {
  AlertDelivery ana = delivery_of(here, 1, "ana@brand.example");
  AlertDelivery hook = delivery_of(here, 2, "https://hook.example");
  hook.carrier = AlertCarrier::kWebhook;
  const auto add = [&](const AlertDelivery& delivery) {
    return write([&](Unit& unit) { return unit.alerts().add_delivery(delivery); });
  };
  EXPECT_TRUE(add(hook));
  EXPECT_TRUE(add(ana));
  EXPECT_FALSE(add(ana)) << "once for each receiver";
  const auto due = [&](int seconds) {
    return read([&](Unit& unit) { return unit.alerts().due(sample::at(seconds), 9); });
  };
  EXPECT_TRUE(due(0).empty());
  EXPECT_EQ(due(2), (std::vector{ana, hook}));
  ana.attempts = 1;
  ana.next_try_at = sample::at(30);
  ana.error = "The mail server does not answer.";
  ana.changed_at = sample::at(3);
  write([&](Unit& unit) { return unit.alerts().save_delivery(ana); });
  opened().reopen();
  EXPECT_EQ(due(29), std::vector{hook});
  EXPECT_EQ(due(30), (std::vector{hook, ana}));
  ana.state = AlertDeliveryState::kSent;
  write([&](Unit& unit) { return unit.alerts().save_delivery(ana); });
  EXPECT_EQ(due(99), std::vector{hook});
  EXPECT_EQ(read([&](Unit& unit) { return unit.alerts().deliveries(here, AlertId{1}); }),
            std::vector{ana});
  EXPECT_EQ(write_fails([&](Unit& unit) {
              return unit.alerts().save_delivery(delivery_of(here, 9, "ben@brand.example"));
            }),
            ErrorKind::kNotFound);
}

TEST_P(StoreContract, TellsWhatWasBroughtOfARule) {
  AlertDelivery ana = delivery_of(here, 1, "ana@brand.example");
  AlertDelivery again = delivery_of(here, 2, "ana@brand.example");
  AlertDelivery ben = delivery_of(here, 2, "ben@brand.example");
  AlertDelivery surge = delivery_of(here, 3, "ana@brand.example");
  write([&](Unit& unit) -> Result<Done> {
    Alert negative = alert_of(here, 3);
    negative.kind = AlertKind::kNegative;
    for (const Alert& each :
         {alert_of(here, 1), alert_of(here, 2), negative, alert_of(elsewhere, 1)}) {
      RAPPORT_TRY(unit.alerts().add(each));
    }
    for (const AlertDelivery& each :
         {ana, again, ben, surge, delivery_of(elsewhere, 1, "ana@brand.example")}) {
      RAPPORT_TRY(unit.alerts().add_delivery(each));
    }
    return Done{};
  });
  const auto brought = [&](AlertKind kind, int most) {
    return read(
        [&](Unit& unit) { return unit.alerts().deliveries_of(here, MonitorId{1}, kind, most); });
  };
  EXPECT_EQ(brought(AlertKind::kSpike, 9), (std::vector{again, ben, ana}));
  EXPECT_EQ(brought(AlertKind::kSpike, 1), (std::vector{again, ben}));
  EXPECT_EQ(brought(AlertKind::kNegative, 9), std::vector{surge});
  EXPECT_TRUE(read([&](Unit& unit) {
                return unit.alerts().deliveries_of(here, MonitorId{2}, AlertKind::kSpike, 9);
              }).empty());
}

TEST_P(StoreContract, ForgetsOldAlertsWithWhatWasBrought) {
  write([&](Unit& unit) -> Result<Done> {
    for (const int each : {1, 2, 3, 4}) {
      RAPPORT_TRY(unit.alerts().add(alert_of(each == 2 ? elsewhere : here, each)));
      RAPPORT_TRY(unit.alerts().add_delivery(
          delivery_of(each == 2 ? elsewhere : here, each, "a@b.example")));
    }
    return Done{};
  });
  const auto drop = [&](int at, int most) {
    return write([&](Unit& unit) { return unit.alerts().drop_before(sample::at(at), most); });
  };
  EXPECT_EQ(drop(4, 2), 2);
  EXPECT_EQ(drop(4, 2), 1);
  EXPECT_EQ(drop(4, 2), 0);
  EXPECT_EQ(read_fails([&](Unit& unit) { return unit.alerts().find(here, AlertId{3}); }),
            ErrorKind::kNotFound);
  EXPECT_EQ(read([&](Unit& unit) { return unit.alerts().find(here, AlertId{4}); }).id, AlertId{4});
  EXPECT_EQ(read([&](Unit& unit) { return unit.alerts().due(sample::at(9), 9); }),
            std::vector{delivery_of(here, 4, "a@b.example")});
}

}  // namespace
}  // namespace rapport
