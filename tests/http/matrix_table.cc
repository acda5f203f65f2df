#include "http/matrix_table.h"

#include "base/testing/tiny_picture.h"

namespace rapport::testing {
namespace {

const std::set<std::string_view> kMembers{"owner", "admin", "agent", "analyst", "viewer"};
const std::set<std::string_view> kAnswerers{"owner", "admin", "agent"};
const std::set<std::string_view> kSavers{"owner", "admin", "agent", "analyst"};
const std::set<std::string_view> kManagers{"owner", "admin"};
const std::set<std::string_view> kOwners{"owner"};

Question nothing(Side&, const Member&) { return {}; }

Question a_conversation(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.fresh_post().conversation)}}};
}

// A conversation, with a body that names nothing more.
auto conversation_with(std::string body) {
  return [body = std::move(body)](Side& side, const Member&) {
    return Question{.ids = {{"id", to_string(side.fresh_post().conversation)}}, .body = body};
  };
}

// A conversation and a post in it.
auto post_in_conversation(std::string body) {
  return [body = std::move(body)](Side& side, const Member&) {
    const Post post = side.fresh_post();
    return Question{.ids = {{"id", to_string(post.conversation)}, {"post", to_string(post.id)}},
                    .body = body};
  };
}

Question a_post(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.fresh_post().id)}}};
}

Question a_gap(Side& side, const Member&) { return {.ids = {{"id", to_string(side.fresh_gap())}}}; }

Question a_remedy(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.fresh_remedy().remedy)}}};
}

Question a_remedy_and_person(Side& side, const Member&) {
  const RemedyPerson person = side.fresh_remedy();
  return {.ids = {{"id", to_string(person.remedy)}, {"person", to_string(person.person)}}};
}

Question a_rejected_act(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.rejected_act())}}};
}

Question a_person(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.author_of(side.fresh_post()).person)}}};
}

Question a_person_and_account(Side& side, const Member&) {
  const Account account = side.author_of(side.fresh_post());
  return {.ids = {{"id", to_string(account.person)}, {"account", to_string(account.id)}},
          .body = R"({"account_id":"{account}"})"};
}

Question an_article(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.fresh_article())}}};
}

Question a_person_and_account_with_reason(Side& side, const Member& caller) {
  Question question = a_person_and_account(side, caller);
  question.body = R"({"account_id":"{account}","reason":"Threats"})";
  return question;
}

Question a_conversation_and_tag(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.fresh_post().conversation)},
                  {"tag", to_string(side.fresh_tag())}}};
}

// The same with the account in the address.
Question a_person_and_account_asked(Side& side, const Member& caller) {
  Question question = a_person_and_account(side, caller);
  question.body.clear();
  question.query = "account_id={account}";
  return question;
}

Question the_channel(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.channel.id)}}};
}

Question an_invitation(Side& side, const Member&) {
  return {.ids = {{"id", to_string(side.fresh_invitation())}}};
}

std::vector<Expectation> make_matrix() {
  return {
      // Who is here.
      {"getSession", kEverybody, nothing},
      {"signIn", kEverybody,
       [](Side& side, const Member&) {
         return Question{.body = R"({"email":")" + side.founder.email +
                                 R"(","password":"the wrong one"})"};
       },
       401},
      {"signOut", kMembers, nothing, 0, {}, false, true},
      {"setUp", kEverybody,
       [](Side&, const Member&) {
         return Question{.body = R"({"code":"made up","workspace":"W","name":"N","email":"e@x.y",)"
                                 R"("password":"a long enough one"})"};
       },
       403},
      {"switchWorkspace",
       kMembers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"workspace", to_string(side.workspace())}},
                         .body = R"({"workspace_id":"{workspace}"})"};
       },
       0,
       {},
       true,
       true},
      {"changeName",
       kMembers,
       [](Side&, const Member&) { return Question{.body = R"({"name":"Somebody"})"}; },
       0,
       {},
       true,
       true},
      {"changePassword",
       kMembers,
       [](Side&, const Member&) {
         return Question{.body =
                             R"({"present":")" + kPassword + R"(","wanted":"another long one"})"};
       },
       0,
       {},
       true,
       true},

      {"setPreferences", kMembers,
       [](Side&, const Member&) { return Question{.body = R"({"first_look":"done"})"}; }},

      // Workspaces.
      {"listWorkspaces", kMembers, nothing},
      {"createWorkspace", kOwners,
       [](Side&, const Member&) { return Question{.body = R"({"name":"Third"})"}; }},
      {"renameWorkspace", kManagers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"name":")" + side.fresh_email() + "\"}"};
       }},
      {"leaveWorkspace", kMembers, nothing, 0, {}, true, true},

      // The team.
      {"listMembers", kMembers, nothing},
      {"listRoles", kMembers, nothing},
      {"inviteMember", kManagers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"email":")" + side.fresh_email() + R"(","role":"viewer"})"};
       }},
      {"changeRole", kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_member(Role::kAgent).id)}},
                         .body = R"({"role":"viewer"})"};
       }},
      {"removeMember", kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_member(Role::kAgent).id)}}};
       }},
      {"listInvitations", kManagers, nothing},
      {"renewInvitation", kManagers, an_invitation},
      {"withdrawInvitation", kManagers, an_invitation},
      {"lookAtInvitation", kEverybody,
       [](Side& side, const Member&) {
         return Question{.body = R"({"secret":")" + side.fresh_invitation_secret() + "\"}"};
       }},
      {"join", kEverybody,
       [](Side& side, const Member&) {
         return Question{.body = R"({"secret":")" + side.fresh_invitation_secret() +
                                 R"(","name":"Nia","password":"a long enough one"})"};
       }},
      {"listAudit", kManagers, nothing},

      // The inbox.
      {"listConversations",
       kMembers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"channel", to_string(side.channel.id)},
                                 {"owner", to_string(side.founder.id)}},
                         .query = "state=all&channel={channel}&owner={owner}"};
       },
       0,
       {{"channel", 200}, {"owner", 200}}},
      {"getCounts", kMembers, nothing},
      {"getConversation", kMembers, a_conversation},
      {"getThread", kMembers, a_conversation},
      {"assignConversation",
       kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_post().conversation)},
                                 {"member", to_string(side.founder.id)}},
                         .body = R"({"member_id":"{member}"})"};
       },
       0,
       {{"member", 400}}},
      {"snoozeConversation", kAnswerers, conversation_with(R"({"until":"2026-12-24T12:00:00Z"})")},
      {"resolveConversation",
       kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_post().conversation)},
                                 {"reason", side.fresh_reason()}},
                         .body = R"({"resolution":"done","reason":"{reason}"})"};
       },
       0,
       {{"reason", 400}},
       false,
       false,
       400},
      {"skipConversation", kAnswerers, conversation_with(R"({"reason":"spam","detail":""})")},
      {"reopenConversation", kAnswerers, a_conversation},
      {"addNote", kAnswerers, conversation_with(R"({"text":"She called, too."})")},
      // What it answers about a conversation that is not here names it, so it is asked about none;
      // team_test.cc shows that one of another brand is gone.
      {"bulkDecide", kAnswerers,
       [](Side&, const Member&) { return Question{.body = R"({"verb":"reopen","items":[]})"}; },
       400},
      {"undoDecisions", kAnswerers,
       [](Side&, const Member&) { return Question{.body = R"({"items":[]})"}; }, 400},
      {"tagConversation", kAnswerers, a_conversation_and_tag, 0, {{"tag", 400}}},
      {"untagConversation", kAnswerers, a_conversation_and_tag, 0, {{"tag", 400}}},
      {"markSeen", kMembers, a_conversation},
      {"putPresence", kMembers, conversation_with(R"({"state":"looking"})")},
      {"listPresence", kMembers, nothing},
      {"exportConversation", kSavers, a_conversation},

      // What posts say.
      {"correctReading",
       kAnswerers,
       [](Side& side, const Member&) {
         return Question{
             .ids = {{"id", to_string(side.fresh_post().id)}, {"reason", side.fresh_reason()}},
             .body = R"({"sentiment":"positive","reasons":["{reason}"]})"};
       },
       0,
       {{"reason", 400}},
       false,
       false,
       404},
      {"uncorrectReading", kAnswerers, a_post},
      {"listReasons", kMembers, nothing},
      {"addReason", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"name":")" + side.fresh_email() + "\"}"};
       }},
      {"renameReason", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"key", side.fresh_reason()}},
                         .body = R"({"name":")" + side.fresh_email() + "\"}"};
       }},
      {"mergeReason",
       kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"key", side.fresh_reason()}, {"into", side.fresh_reason()}},
                         .body = R"({"into":"{into}"})"};
       },
       0,
       {{"into", 400}},
       false,
       false,
       404},
      {"fixReason", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"key", side.fresh_reason()}}, .body = R"({"done":"A new lid"})"};
       }},
      {"listRemedies", kMembers, nothing},
      {"getRemedy", kMembers, a_remedy},
      {"listRemedyPeople", kMembers, a_remedy},
      {"setAside", kAnswerers,
       [](Side& side, const Member& caller) {
         Question question = a_remedy_and_person(side, caller);
         question.body = R"({"reason":"Settled long ago"})";
         return question;
       }},
      {"bringBack", kAnswerers, a_remedy_and_person},
      {"closeRemedy", kAnswerers, a_remedy},
      {"reopenRemedy", kAnswerers, a_remedy},
      {"summariseReasons", kMembers,
       [](Side&, const Member&) { return Question{.query = "days=7"}; }},
      {"listTopics", kMembers, nothing},
      {"summariseTopics", kMembers,
       [](Side&, const Member&) { return Question{.query = "days=7"}; }},
      {"renameTopic", kAnswerers,
       [](Side& side, const Member&) {
         const std::string id = to_string(side.fresh_topic());
         return Question{.ids = {{"id", id}}, .body = R"({"name":"Rain )" + id + R"("})"};
       }},
      {"mergeTopic",
       kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_topic())},
                                 {"into", to_string(side.fresh_topic())}},
                         .body = R"({"into_id":"{into}"})"};
       },
       0,
       {{"into", 400}},
       false,
       false,
       404},
      {"listMonitors", kMembers, nothing},
      {"createMonitor", kAnswerers,
       [](Side&, const Member&) {
         return Question{.body = R"({"name":"Tea","query":"tea OR #tea"})"};
       }},
      {"changeMonitor", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_monitor())}},
                         .body = R"({"name":"Tea","query":"tea"})"};
       }},
      {"removeMonitor", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_monitor())}}};
       }},
      {"listHeard", kMembers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_monitor())}}};
       }},
      {"summariseMentions", kMembers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_monitor())}}, .query = "days=7"};
       }},
      {"shareOfVoice", kMembers, [](Side&, const Member&) { return Question{.query = "days=7"}; }},
      {"checkQuery", kMembers,
       [](Side&, const Member&) { return Question{.body = R"({"query":"tea OR"})"}; }},
      {"listQueryFields", kMembers, nothing},
      {"previewQuery", kMembers,
       [](Side&, const Member&) { return Question{.body = R"({"query":"tea"})"}; }},
      {"listAlerts", kMembers, nothing},
      {"markAlertsRead", kMembers, nothing},
      {"listAlertRules", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_monitor())}}};
       }},
      {"putAlertRules", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_monitor())}},
                         .body = R"({"rules":[{"kind":"spike","app":true}]})"};
       }},
      {"listCoverage", kMembers, nothing},
      {"startBackfill", kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"channel", to_string(side.channel.id)}},
                         .body = R"({"channel_id":"{channel}",)"
                                 R"("from":"2026-11-20T00:00:00Z","to":"2026-11-21T00:00:00Z"})"};
       }},
      {"stopBackfill", kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_backfill())}}};
       }},
      {"getLearning", kMembers, nothing},
      {"switchLearning", kManagers,
       [](Side&, const Member&) { return Question{.body = R"({"on":true})"}; }},

      // The coach.
      {"getVoice", kMembers, nothing},
      {"changeVoice", kManagers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"warmth":"warm","formality":"even","emoji":"few",)"
                                 R"("humour":"some","signature":"","avoid":[")" +
                                 side.fresh_email() +
                                 R"("],"love":[],"names":[],"allowed_promises":["refund"],)"
                                 R"("require_clean":false})"};
       }},
      {"listCoachRules", kMembers, nothing},
      {"changeCoachRules", kManagers,
       [](Side&, const Member&) {
         return Question{.body = R"({"rules":[{"rule":"stuffy","setting":"off"}]})"};
       }},
      {"reviewDraft", kAnswerers,
       post_in_conversation(R"({"post_id":"{post}","text":"On its way."})")},
      {"askCoach", kMembers,
       [](Side&, const Member&) {
         return Question{.body = R"({"draft":"On its way.","post":{"text":"Where is it?"}})"};
       }},

      // Public pages.
      {"getHelpSite", kMembers, nothing},
      {"putHelpSite", kManagers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"slug":"n)" + to_string(side.channel.id) +
                                 R"(","enabled":false,"title":"Help"})"};
       }},

      // Tags and views.
      {"listTags", kMembers, nothing},
      {"createTag", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"name":")" + side.fresh_email() + R"(","color":"red"})"};
       }},
      {"changeTag", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_tag())}},
                         .body = R"({"name":")" + side.fresh_email() + R"(","color":"red"})"};
       }},
      {"removeTag", kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_tag())}}};
       }},
      {"mergeTag",
       kManagers,
       [](Side& side, const Member&) {
         return Question{
             .ids = {{"id", to_string(side.fresh_tag())}, {"into", to_string(side.fresh_tag())}},
             .body = R"({"into_id":"{into}"})"};
       },
       0,
       {{"into", 400}},
       false,
       false,
       404},
      {"listViews", kMembers, nothing},
      {"createView", kSavers,
       [](Side&, const Member&) { return Question{.body = R"({"name":"V","state":"open"})"}; }},
      {"changeView", kSavers,
       [](Side& side, const Member& caller) {
         return Question{.ids = {{"id", to_string(side.fresh_view(caller))}},
                         .body = R"({"name":"V","state":"open"})"};
       }},
      {"removeView", kSavers,
       [](Side& side, const Member& caller) {
         return Question{.ids = {{"id", to_string(side.fresh_view(caller))}}};
       }},
      {"arrangeViews", kSavers,
       [](Side& side, const Member& caller) {
         return Question{.ids = {{"view", to_string(side.fresh_view(caller))}},
                         .body = R"({"ids":["{view}"]})"};
       }},

      // What the brand knows.
      {"listArticles",
       kMembers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"category", to_string(side.fresh_article_category())}},
                         .query = "category={category}"};
       },
       0,
       {{"category", 200}},
       false,
       false,
       200},
      {"createArticle",
       kAnswerers,
       [](Side& side, const Member&) {
         return Question{
             .ids = {{"category", to_string(side.fresh_article_category())},
                     {"owner", to_string(side.fresh_member(Role::kAgent).id)}},
             .body = R"({"title":")" + side.fresh_email() +
                     R"(","language":"en","category_id":"{category}","owner_id":"{owner}"})"};
       },
       0,
       {{"category", 400}, {"owner", 400}}},
      {"getArticle", kMembers, an_article},
      {"changeArticle",
       kAnswerers,
       [](Side& side, const Member& caller) {
         Question question = an_article(side, caller);
         question.ids["category"] = to_string(side.fresh_article_category());
         question.body = R"({"title":")" + side.fresh_email() +
                         R"(","language":"en","category_id":"{category}","version":1})";
         return question;
       },
       0,
       {{"category", 400}},
       false,
       false,
       404},
      {"removeArticle", kAnswerers, an_article},
      {"importArticles", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"format":"markdown","files":[{"name":"a.md","text":"# )" +
                                 side.fresh_email() + R"("}]})"};
       }},
      {"exportArticles", kSavers, nothing},
      {"suggestStatelessly", kMembers,
       [](Side&, const Member&) {
         return Question{.body = R"({"post":{"text":"hello"},"articles":[{"title":"Hello"}]})"};
       }},
      {"listArticleUses", kMembers, an_article},
      {"listSuggestions", kMembers,
       [](Side& side, const Member&) {
         const Post post = side.fresh_post();
         return Question{
             .ids = {{"id", to_string(post.conversation)}, {"post", to_string(post.id)}},
             .query = "post={post}"};
       }},
      {"listGaps", kMembers, nothing},
      {"listGapPosts", kMembers, a_gap},
      {"dismissGap", kAnswerers, a_gap},
      {"reopenGap", kAnswerers, a_gap},
      {"draftArticle", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"gap", to_string(side.fresh_gap())}},
                         .body = R"({"gap_id":"{gap}"})"};
       }},
      {"listArticleCategories", kMembers, nothing},
      {"createArticleCategory", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"name":")" + side.fresh_email() + R"("})"};
       }},
      {"changeArticleCategory", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_article_category())}},
                         .body = R"({"name":")" + side.fresh_email() + R"(","place":0})"};
       }},
      {"removeArticleCategory", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_article_category())}}};
       }},
      {"proposeDraft", kAnswerers, post_in_conversation(R"({"post_id":"{post}"})")},
      {"saveDraft", kAnswerers, post_in_conversation(R"({"post_id":"{post}","text":"Dear Ana"})")},
      {"dropDraft", kAnswerers, a_conversation},

      // Acts.
      {"reply", kAnswerers,
       post_in_conversation(R"({"post_id":"{post}","text":"On its way.","client_key":"key-00001",)"
                            R"("seen_post_id":"{post}","confirm":true})")},
      {"publishPost", kAnswerers,
       [](Side& side, const Member&) {
         return Question{
             .ids = {{"channel", to_string(side.channel.id)}},
             .body = R"({"channel_id":"{channel}","text":"Fresh cake.","client_key":"key-00002"})"};
       }},
      {"addAttachment", kAnswerers,
       [](Side&, const Member&) { return Question{.body = tiny_picture(), .type = "image/png"}; }},
      {"getAttachment", kMembers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_picture())}}};
       }},
      {"previewCard", kAnswerers,
       [](Side& side, const Member&) {
         return Question{
             .ids = {{"channel", to_string(side.channel.id)}},
             .body = R"({"channel_id":"{channel}","url":"https://northwind.example/beans"})"};
       }},
      {"quotePost",
       kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_post().id)},
                                 {"channel", to_string(side.channel.id)},
                                 {"picture", to_string(side.fresh_picture())}},
                         .body =
                             R"({"text":"Look.","client_key":"key-00003","channel_id":"{channel}",)"
                             R"("media":[{"attachment_id":"{picture}","alt":"A cup"}]})"};
       },
       0,
       {{"picture", 400}},
       false,
       false,
       404},
      {"repostPost", kAnswerers, a_post},
      {"unrepostPost", kAnswerers, a_post},
      {"likePost", kAnswerers, a_post},
      {"unlikePost", kAnswerers, a_post},
      {"deletePost", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_post_of_ours().id)}},
                         .body = R"({"reason":"a typo"})"};
       }},
      {"hidePost", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_post_below_ours().id)}},
                         .body = R"({"reason":"Adverts"})"};
       }},
      {"unhidePost", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_post_below_ours().id)}}};
       }},
      {"getAct", kMembers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.queued_act())}}};
       }},
      {"undoAct", kAnswerers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.queued_act())}}};
       }},
      {"retryAct", kAnswerers, a_rejected_act},
      {"dismissAct", kAnswerers, a_rejected_act},

      // People.
      {"getPerson", kMembers, a_person},
      {"followPerson", kAnswerers, a_person_and_account},
      {"unfollowPerson", kAnswerers, a_person_and_account_asked},
      {"mutePerson", kAnswerers, a_person_and_account_with_reason},
      {"unmutePerson", kAnswerers, a_person_and_account_asked},
      {"blockPerson", kAnswerers, a_person_and_account_with_reason},
      {"unblockPerson", kAnswerers, a_person_and_account_asked},

      // Channels.
      {"listChannels", kMembers, nothing},
      {"connectChannel", kManagers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"network":"fake","handle":")" + side.fresh_email() +
                                 R"(","app_password":"x","service":null})"};
       }},
      {"beginSignIn", kManagers,
       [](Side& side, const Member&) {
         return Question{.body = R"({"network":"fake","service":")" + side.mark +
                                 R"(","shows_code":true})"};
       }},
      {"finishSignIn", kManagers,
       [](Side& side, const Member& caller) {
         const bool may = caller.workspace == side.workspace() && caller.may_manage();
         return Question{.body = R"({"state":")" + (may ? side.begun_sign_in(caller) : "none") +
                                 R"(","code":")" + side.fresh_email() + R"("})"};
       }},
      {"findSources", kManagers,
       [](Side&, const Member&) {
         return Question{.body = R"({"network":"fake","address":"news.example"})"};
       }},
      {"reconnectChannel", kManagers,
       [](Side& side, const Member& caller) {
         Question question = the_channel(side, caller);
         question.body = R"({"app_password":"x"})";
         return question;
       }},
      {"disconnectChannel", kManagers,
       [](Side& side, const Member&) {
         return Question{.ids = {{"id", to_string(side.fresh_channel())}}};
       }},

      {"importHistory", kManagers,
       [](Side& side, const Member& caller) {
         Question question = the_channel(side, caller);
         question.body = R"({"reach":"year"})";
         return question;
       }},
      {"stopHistory", kManagers, the_channel},

      // Personal tokens.
      {"listTokens", kMembers, nothing},
      {"createToken", kMembers,
       [](Side&, const Member&) { return Question{.body = R"({"name":"laptop"})"}; }},
      {"removeToken", kMembers,
       [](Side& side, const Member& caller) {
         return Question{.ids = {{"id", to_string(side.fresh_token(caller))}}};
       }},

      // The system.
      {"streamEvents", kMembers, nothing},
      {"getHealth", kEverybody, nothing},
      {"getOpenApi", kEverybody, nothing},
  };
}

}  // namespace

const std::vector<Expectation>& matrix() {
  static const std::vector<Expectation> table = make_matrix();
  return table;
}

}  // namespace rapport::testing
