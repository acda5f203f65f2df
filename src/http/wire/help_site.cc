#include "http/wire/help_site.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {

std::string help_site_json(const HelpSite& site, std::string_view url) {
  return json::serialize(json::object{{"slug", site.slug},
                                      {"enabled", site.enabled},
                                      {"title", site.title},
                                      {"intro", site.intro},
                                      {"accent", site.accent},
                                      {"url", url},
                                      {"changed_at", time_json(site.changed_at)}});
}

Result<HelpSiteWish> read_help_site(std::string_view text) {
  BodyReader body(text);
  HelpSiteWish wish;
  wish.slug = body.text("slug", {.least = 1, .most = 100});
  wish.enabled = body.optional_yes_no("enabled", false);
  wish.title = body.text("title", {.least = 1, .most = 400});
  wish.intro = body.optional_text("intro", {.most = 2000}).value_or("");
  wish.accent = body.optional_text("accent", {.most = 20}).value_or("");
  RAPPORT_TRY(body.finish());
  return wish;
}

std::vector<schema::Named> help_site_schemas() {
  using namespace schema;
  return {
      {"HelpSite", object({{"slug", text()},
                           {"enabled", yes_no()},
                           {"title", text()},
                           {"intro", text()},
                           {"accent", text()},
                           {"url", text()},
                           {"changed_at", time()}})},
      {"HelpSiteBody", object({{"slug", text(40, 2)},
                               {"enabled", yes_no(), false},
                               {"title", text(80, 1)},
                               {"intro", text(300), false},
                               {"accent", text(7), false}})},
  };
}

}  // namespace rapport
