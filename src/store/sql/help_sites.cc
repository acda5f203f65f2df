#include "store/help_sites.h"

#include "store/sql/answers.h"
#include "store/sql/unit.h"

namespace rapport {

static void columns(Columns& to, HelpSite& site) {
  to(site.workspace, site.slug, site.enabled, site.title, site.intro, site.accent, site.by,
     site.changed_at);
}

namespace {

class SqlHelpSites final : public HelpSiteStore {
 public:
  explicit SqlHelpSites(Connection& db) : db_(db) {}

  Result<std::optional<HelpSite>> find(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, slug, enabled, title, intro, accent, by_member_id, changed_at"
            " from help_site where workspace_id = :workspace")
        .bind("workspace", workspace)
        .one<HelpSite>();
  }

  Result<std::optional<HelpSite>> by_slug(std::string_view slug) override {
    return db_
        .query(
            "select workspace_id, slug, enabled, title, intro, accent, by_member_id, changed_at"
            " from help_site where slug = :slug")
        .bind("slug", slug)
        .one<HelpSite>();
  }

  Result<Done> save(const HelpSite& site) override {
    // Asked first: one engine ends the transaction where a key is taken, the other does not.
    auto holder = by_slug(site.slug);
    RAPPORT_TRY(holder);
    if (*holder && (*holder)->workspace != site.workspace) {
      return fail(exists("This address is taken. Choose another."));
    }
    return may_change(
        db_.query("insert into help_site (workspace_id, slug, enabled, title, intro, accent,"
                  " by_member_id, changed_at) values (:workspace, :slug, :enabled, :title, :intro,"
                  " :accent, :by, :changed_at) on conflict (workspace_id) do update set"
                  " slug = excluded.slug, enabled = excluded.enabled, title = excluded.title,"
                  " intro = excluded.intro, accent = excluded.accent,"
                  " by_member_id = excluded.by_member_id, changed_at = excluded.changed_at")
            .bind("workspace", site.workspace)
            .bind("slug", site.slug)
            .bind("enabled", site.enabled)
            .bind("title", site.title)
            .bind("intro", site.intro)
            .bind("accent", site.accent)
            .bind("by", site.by)
            .bind("changed_at", site.changed_at)
            .run());
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<HelpSiteStore> help_sites_in(Unit& unit) {
  return std::make_unique<SqlHelpSites>(dynamic_cast<SqlUnit&>(unit).connection());
}

}  // namespace rapport
