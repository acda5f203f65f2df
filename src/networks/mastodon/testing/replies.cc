#include "networks/mastodon/testing/replies.h"

#include "networks/mastodon/credentials.h"

namespace rapport::mastodon::testing {

std::string account(std::string_view id, std::string_view acct, std::string_view name) {
  const std::string handle(acct);
  const std::string user = handle.substr(0, handle.find('@'));
  return R"({"id":")" + std::string(id) + R"(","username":")" + user + R"(","acct":")" + handle +
         R"(","display_name":")" + std::string(name) +
         R"(","locked":false,"bot":false,"created_at":"2022-11-05T00:00:00.000Z",)"
         R"("note":"<p>Bread &amp; butter. <a href=\"https://)" +
         user + R"(.example\">)" + user + R"(.example</a></p>","url":"https://social.example/@)" +
         handle + R"(","uri":"https://social.example/users/)" + user +
         R"(","avatar":"https://files.social.example/)" + user +
         R"(.jpeg","avatar_static":"https://files.social.example/)" + user +
         R"(.jpeg","followers_count":120,"following_count":14,"statuses_count":33,"emojis":[],"fields":[]})";
}

std::string us() { return account("9", "northwind", "Northwind Bakery"); }
std::string ana() { return account("41", "ana@elsewhere.example", "Ana :bread:"); }

std::string status(std::string_view id, const std::string& account, std::string_view content,
                   std::string_view created_at, std::string_view more) {
  return R"({"id":")" + std::string(id) + R"(","created_at":")" + std::string(created_at) +
         R"(",)" + std::string(more) + R"("uri":"https://social.example/objects/)" +
         std::string(id) + R"(","url":"https://social.example/posts/)" + std::string(id) +
         R"(","content":")" + std::string(content) +
         R"(","replies_count":1,"reblogs_count":2,"favourites_count":3,"reblog":null,"account":)" +
         account + R"(,"emojis":[],"poll":null})";
}

std::string notification(std::string_view id, std::string_view type, std::string_view created_at,
                         const std::string& account, const std::string& status) {
  return R"({"id":")" + std::string(id) + R"(","type":")" + std::string(type) +
         R"(","created_at":")" + std::string(created_at) + R"(","account":)" + account +
         (status.empty() ? "" : R"(,"status":)" + status) + "}";
}

std::string instance() {
  return R"({"domain":"social.example","title":"Social","version":"4.5.2",)"
         R"("source_url":"https://github.com/mastodon/mastodon",)"
         R"("configuration":{"urls":{"streaming":"wss://streaming.social.example"},)"
         R"("statuses":{"max_characters":500,"max_media_attachments":4,"characters_reserved_per_url":23},)"
         R"("media_attachments":{"supported_mime_types":["image/jpeg"],"image_size_limit":16777216}},)"
         R"("api_versions":{"mastodon":7}})";
}

std::string old_instance() {
  return R"({"uri":"https://pleroma.example","title":"Old","version":"2.7.2, compatible",)"
         R"("max_toot_chars":5000,"max_media_attachments":6,)"
         R"("pleroma":{"metadata":{"features":["mastodon_api","quote_posting"]}},)"
         R"("urls":{"streaming_api":"wss://pleroma.example"}})";
}

std::string mention() {
  return status(
      "501", ana(),
      R"(<p><span class=\"h-card\" translate=\"no\"><a href=\"https://social.example/@northwind\" class=\"u-url mention\">@<span>northwind</span></a></span> is the rye back? :bread: <a href=\"https://www.news.example/a/very/long/address/2026\"><span class=\"invisible\">https://www.</span><span class=\"ellipsis\">news.example/a/very/lon</span><span class=\"invisible\">g/address/2026</span></a></p><p><a href=\"https://elsewhere.example/tags/rye\" class=\"mention hashtag\" rel=\"tag\">#<span>rye</span></a></p>)",
      "2026-11-24T09:00:00.000Z",
      R"("in_reply_to_id":null,"in_reply_to_account_id":null,"sensitive":true,"spoiler_text":"food","visibility":"unlisted","language":"en","favourited":true,"reblogged":false,"edited_at":null,"media_attachments":[{"id":"7","type":"image","url":"https://files.social.example/7.jpeg","preview_url":"https://files.social.example/7s.jpeg","remote_url":null,"meta":{"original":{"width":640,"height":480}},"description":"an empty shelf"}],"mentions":[{"id":"9","username":"northwind","url":"https://social.example/@northwind","acct":"northwind"}],"tags":[{"name":"rye","url":"https://social.example/tags/rye"}],"card":null,)");
}

std::string secret() {
  return to_text(Credentials{.service = std::string(kOrigin),
                             .domain = "social.example",
                             .account_id = "9",
                             .handle = "northwind@social.example",
                             .token = "token-1",
                             .refresh = {},
                             .client_id = "client",
                             .client_secret = "hush",
                             .token_url = "https://social.example/oauth/token"});
}

}  // namespace rapport::mastodon::testing
