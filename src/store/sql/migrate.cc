#include "store/sql/migrate.h"

#include <string>
#include <vector>

#include "base/log.h"

namespace rapport {
namespace {

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// The statements of a migration for this engine. A statement ends with a semicolon at the end of a
// line; a comment has a line of its own. What stands between "-- for sqlite" and "-- for all" is
// for that engine alone.
std::vector<std::string> statements_for(std::string_view sql, std::string_view engine) {
  constexpr std::string_view kFor = "-- for ";
  std::vector<std::string> all;
  std::string statement;
  bool ours = true;
  while (!sql.empty()) {
    const std::string_view line = trim(take_line(sql));
    if (line.starts_with(kFor)) {
      const std::string_view whom = line.substr(kFor.size());
      ours = whom == "all" || whom == engine;
      continue;
    }
    if (!ours || line.empty() || line.starts_with("--")) continue;
    if (!statement.empty()) statement += '\n';
    statement += line;
    if (!line.ends_with(';')) continue;
    statement.pop_back();
    all.push_back(std::move(statement));
    statement.clear();
  }
  if (!statement.empty()) all.push_back(std::move(statement));
  return all;
}

Result<std::int64_t> version_of(Connection& db) {
  auto version =
      db.query("select coalesce(max(version), 0) from schema_version").one<std::int64_t>();
  if (!version) return fail(std::move(version.error()));
  return version->value_or(0);
}

Result<Done> apply(Connection& db, const Migration& step, Time now) {
  for (const std::string& statement : statements_for(step.sql, db.dialect().name)) {
    RAPPORT_TRY(db.execute(statement));
  }
  RAPPORT_TRY(db.query("insert into schema_version (version, name, applied_at)"
                       " values (:version, :name, :applied_at)")
                  .bind("version", step.version)
                  .bind("name", step.name)
                  .bind("applied_at", now)
                  .run());
  return Done{};
}

// Looks at the version inside the transaction: another process may be doing the same step.
Result<bool> step_up(Connection& db, std::span<const Migration> steps, Time now) {
  auto version = version_of(db);
  if (!version) return fail(std::move(version.error()));
  const auto known = static_cast<std::int64_t>(steps.size());
  if (*version > known) {
    return unavailable("This database was written by a newer Rapport (schema " +
                       std::to_string(*version) + ", this one knows " + std::to_string(known) +
                       "). Please run the newer version.");
  }
  if (*version == known) return false;
  const Migration& step = steps[static_cast<std::size_t>(*version)];
  RAPPORT_TRY(apply(db, step, now));
  log_info("store", "schema " + std::to_string(step.version) + ": " + std::string(step.name));
  return true;
}

Result<bool> make_table_of_versions(Connection& db) {
  RAPPORT_TRY(
      db.execute("create table if not exists schema_version ("
                 "version bigint not null primary key, name text not null, "
                 "applied_at bigint not null)"));
  return true;
}

// `work` in a transaction of its own: one process at a time.
template <class Work>
Result<bool> alone(Connection& db, Work work) {
  RAPPORT_TRY(db.begin_write());
  auto outcome = work();
  if (!outcome) {
    (void)db.rollback();
    return outcome;
  }
  RAPPORT_TRY(db.commit());
  return outcome;
}

}  // namespace

Result<Done> migrate(Connection& db, std::span<const Migration> steps, Time now) {
  RAPPORT_TRY(alone(db, [&] { return make_table_of_versions(db); }));
  for (;;) {
    auto stepped = alone(db, [&] { return step_up(db, steps, now); });
    if (!stepped) return fail(std::move(stepped.error()));
    if (!*stepped) return Done{};
  }
}

}  // namespace rapport
