#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "desk/help/help_desk.h"
#include "store/help_sites.h"
#include "store/store.h"
#include "text/normalise/normalise.h"

namespace rapport {
namespace {

constexpr std::size_t kMostSlug = 40;
constexpr std::size_t kMostTitle = 80;  // graphemes
constexpr std::size_t kMostIntro = 300;

Result<std::string> check_slug(const std::string& typed) {
  const std::string slug(trim(typed));
  const bool plain = std::ranges::all_of(
      slug, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (slug.size() < 2 || slug.size() > kMostSlug || !plain || slug.starts_with('-') ||
      slug.ends_with('-')) {
    return invalid("Use 2 to 40 small letters, digits and hyphens.", "slug");
  }
  return slug;
}

Result<std::string> check_text(const std::string& typed, std::size_t most, const char* field) {
  std::string text(trim(typed));
  if (count_graphemes(text) > most) {
    return invalid("That is too long: " + std::to_string(most) + " characters at most.", field);
  }
  const bool control = std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (control || !is_utf8(text)) return invalid("This has to be one line of plain text.", field);
  return text;
}

}  // namespace

std::string help_slug_of(std::string_view name) {
  std::string out;
  for (const char c : normal_form(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    } else if (!out.empty() && out.back() != '-' && (c == ' ' || c == '-' || c == '_')) {
      out += '-';
    }
    if (out.size() == kMostSlug) break;
  }
  while (out.ends_with('-')) out.pop_back();
  return out.size() < 2 ? "help" : out;
}

Result<HelpSite> HelpDesk::settings(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<HelpSite> {
    auto site = help_sites_in(unit)->find(by.workspace);
    RAPPORT_TRY(site);
    if (*site) return std::move(**site);
    auto workspace = unit.members().workspace(by.workspace);
    RAPPORT_TRY(workspace);
    HelpSite proposed;
    proposed.workspace = by.workspace;
    proposed.slug = help_slug_of(workspace->name);
    proposed.title = workspace->name;
    proposed.changed_at = workspace->created_at;
    return proposed;
  });
}

Result<HelpSite> HelpDesk::save(const Member& by, const HelpSiteWish& wish) {
  if (!by.may(Permission::kManageWorkspace)) {
    return forbidden("Only an owner or admin can change the public pages.");
  }
  auto slug = check_slug(wish.slug);
  RAPPORT_TRY(slug);
  auto title = check_text(wish.title, kMostTitle, "title");
  RAPPORT_TRY(title);
  if (title->empty()) return invalid("A title is needed.", "title");
  auto intro = check_text(wish.intro, kMostIntro, "intro");
  RAPPORT_TRY(intro);
  std::string accent;
  if (!wish.accent.empty()) {
    const auto colour = colour_of(wish.accent);
    if (!colour) return invalid("Write the colour as #0f766e.", "accent");
    accent = *colour;
  }
  return store_.write([&](Unit& unit) -> Result<HelpSite> {
    auto before = help_sites_in(unit)->find(by.workspace);
    RAPPORT_TRY(before);
    HelpSite site{by.workspace, *slug, wish.enabled, *title, *intro, accent, by.id, clock_.now()};
    if (*before) {
      HelpSite same = site;
      same.by = (*before)->by;
      same.changed_at = (*before)->changed_at;
      if (same == **before) return same;
    }
    if (auto saved = help_sites_in(unit)->save(site); !saved) {
      Error error = saved.error();
      if (error.kind == ErrorKind::kConflict) error.field = "slug";
      return fail(std::move(error));
    }
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id, "help_site.change", site.slug,
                                                site.enabled ? "on" : "off", site.changed_at}));
    return site;
  });
}

}  // namespace rapport
