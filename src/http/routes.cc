#include "http/routes.h"

#include <algorithm>

#include "http/handlers/handlers.h"

namespace rapport {
namespace {

using enum Method;
using enum Who;

std::vector<Route> make_routes() {
  return {
      // Who is here.
      {kGet, "/api/session", "getSession", "Who is signed in, if anybody", kEveryone, get_session,
       "", 200, "Session"},
      {kPost, "/api/session", "signIn", "Sign in with e-mail and password", kEveryone, sign_in,
       "SignIn", 200, "Session"},
      {kDelete, "/api/session", "signOut", "Sign out", kSignedIn, sign_out, "", 204, ""},
      {kPost, "/api/setup", "setUp", "Make the workspace and its owner, once", kEveryone, set_up,
       "Setup", 200, "Session"},
      {kPost, "/api/session/workspace", "switchWorkspace",
       "Go on in another workspace of mine, with a new csrf", kSignedIn, switch_workspace,
       "SwitchBody", 200, "Session"},
      {kPut, "/api/session/name", "changeName", "What this team calls me", kSignedIn, change_name,
       "NameBody", 200, "Member"},
      {kPut, "/api/session/password", "changePassword", "Change my password; my other sessions end",
       kSignedIn, change_password, "PasswordBody", 204, ""},
      {kPut, "/api/session/preferences", "setPreferences",
       "Keep something for myself, in whichever browser I sit; what is not named stays", kSignedIn,
       set_preferences, "PreferencesBody", 204, ""},

      // Workspaces.
      {kGet, "/api/workspaces", "listWorkspaces", "The workspaces I am a member of", kSignedIn,
       list_workspaces, "", 200, "MembershipList"},
      {kPost, "/api/workspaces", "createWorkspace", "Open another workspace, if I own one already",
       kSignedIn, create_workspace, "NameBody", 201, "Membership"},
      {kPut, "/api/workspace", "renameWorkspace", "Rename this workspace", kMayManageWorkspace,
       rename_workspace, "NameBody", 200, "Workspace"},
      {kPost, "/api/workspace/leave", "leaveWorkspace",
       "Leave this workspace; goes on in another, or signs out", kSignedIn, leave_workspace, "",
       200, "Session"},

      // The team.
      {kGet, "/api/members", "listMembers", "The team", kSignedIn, list_members, "", 200,
       "MemberList"},
      {kGet, "/api/roles", "listRoles", "What each role may do", kSignedIn, list_roles, "", 200,
       "RoleList"},
      {kPost, "/api/members", "inviteMember", "Ask somebody in by a link, which is shown this once",
       kMayManageTeam, invite_member, "InviteBody", 201, "NewInvitation"},
      {kPut, "/api/members/{id}/role", "changeRole", "Change what a member may do", kMayManageTeam,
       change_role, "RoleBody", 200, "Member"},
      {kDelete, "/api/members/{id}", "removeMember",
       "Remove a member; what they own becomes nobody's", kMayManageTeam, remove_member, "", 204,
       ""},
      {kGet, "/api/invitations", "listInvitations", "Who was asked in and has not come yet",
       kMayManageTeam, list_invitations, "", 200, "InvitationList"},
      {kPost, "/api/invitations/{id}/renew", "renewInvitation",
       "A new link; the old one works no more", kMayManageTeam, renew_invitation, "", 200,
       "NewInvitation"},
      {kDelete, "/api/invitations/{id}", "withdrawInvitation", "Take an invitation back",
       kMayManageTeam, withdraw_invitation, "", 204, ""},
      {kPost, "/api/invitation", "lookAtInvitation", "What a link invites to", kEveryone,
       look_at_invitation, "InvitationSecretBody", 200, "OpenInvitation"},
      {kPost, "/api/invitation/join", "join", "Join by the link, once", kEveryone, join, "JoinBody",
       200, "Session"},
      {kGet,
       "/api/audit",
       "listAudit",
       "Who did what, newest first",
       kMaySeeAudit,
       list_audit,
       "",
       200,
       "AuditPage",
       {{"cursor", "next_cursor of the page before"}, {"limit", "1 to 100, 50 by default"}}},

      // The inbox.
      {kGet,
       "/api/conversations",
       "listConversations",
       "Conversations, page by page: open ones longest waiting first, others newest first",
       kSignedIn,
       list_conversations,
       "",
       200,
       "ConversationPage",
       {{"state", "open (default), waiting, snoozed, resolved, skipped or all"},
        {"owner", "me, nobody, or the id of a member"},
        {"channel", "id of a channel"},
        {"tag", "id of a tag"},
        {"mentioned", "me: those with a note that names me, the latest first"},
        {"ids", "instead of all others: these conversations, at most 200, in no order"},
        {"q",
         "words that have to occur; one call looks through 800 posts found, so a page with a"
         " next_cursor may be short or empty"},
        {"order",
         "of a search: newest (default), or relevance among the newest 500 posts found; of open"
         " ones: priority, what needs a reply and is urgent first, then longest waiting"},
        {"sentiment",
         "negative, neutral or positive: the worst of those who wait. One call that asks for "
         "readings"
         " looks through 2,000 conversations, so a page with a next_cursor may be short or empty"},
        {"intent",
         "what one of those who wait wants: question, complaint, praise, request, suggestion,"
         " thanks, problem, sales_interest or spam"},
        {"reason", "key of a reason that one of them gives"},
        {"topic", "id of a topic that one of them speaks of"},
        {"needs_reply", "yes or no"},
        {"urgent", "yes: those alone"},
        {"gave",
         "key of a reason: conversations with a post that gave it within the last `days`, also one"
         " that was answered since, the newest such post first. Not with q"},
        {"about", "id of a topic: the same of posts that are about it"},
        {"days", "of gave and about: 1 to 366, 30 by default"},
        {"cursor", "next_cursor of the page before"},
        {"limit", "1 to 100, 50 by default"}}},
      {kGet, "/api/counts", "getCounts", "How many conversations there are of each state",
       kSignedIn, get_counts, "", 200, "Counts"},
      {kGet, "/api/conversations/{id}", "getConversation", "A conversation as it stands", kSignedIn,
       get_conversation, "", 200, "Conversation"},
      {kGet,
       "/api/conversations/{id}/thread",
       "getThread",
       "Its posts, oldest first, at most 200 a page",
       kSignedIn,
       get_thread,
       "",
       200,
       "ThreadPage",
       {{"cursor", "next_cursor of the page before"}}},
      {kPost, "/api/conversations/{id}/assign", "assignConversation",
       "Hand it to a member, or to nobody", kMayAnswer, assign_conversation, "AssignBody", 200,
       "Conversation"},
      {kPost, "/api/conversations/{id}/snooze", "snoozeConversation", "Put it aside until a time",
       kMayAnswer, snooze_conversation, "SnoozeBody", 200, "Conversation"},
      {kPost, "/api/conversations/{id}/resolve", "resolveConversation", "Close it as solved",
       kMayAnswer, resolve_conversation, "ResolveBody", 200, "Conversation"},
      {kPost, "/api/conversations/{id}/skip", "skipConversation",
       "Close it without an answer, with a reason", kMayAnswer, skip_conversation, "SkipBody", 200,
       "Conversation"},
      {kPost, "/api/conversations/{id}/reopen", "reopenConversation", "Take it up again",
       kMayAnswer, reopen_conversation, "ReopenBody", 200, "Conversation"},
      {kPost, "/api/conversations/bulk", "bulkDecide",
       "One decision about up to 200 conversations; what became of each", kMayAnswer, bulk_decide,
       "BulkBody", 200, "BulkResultList"},
      {kPost, "/api/conversations/undo", "undoDecisions",
       "Take back decisions of mine of the last hour, unless somebody decided otherwise since",
       kMayAnswer, undo_decisions, "UndoBody", 200, "BulkResultList"},
      {kPut, "/api/conversations/{id}/tags/{tag}", "tagConversation", "Put a tag on it", kMayAnswer,
       tag_conversation, "", 200, "Conversation"},
      {kDelete, "/api/conversations/{id}/tags/{tag}", "untagConversation", "Take a tag off it",
       kMayAnswer, untag_conversation, "", 200, "Conversation"},
      {kPost, "/api/conversations/{id}/seen", "markSeen", "I have seen where I am mentioned here",
       kSignedIn, mark_seen, "", 204, ""},
      {kPut, "/api/conversations/{id}/presence", "putPresence",
       "I am looking at it, replying, or gone; forgotten after 20 seconds", kSignedIn, put_presence,
       "PresenceBody", 204, ""},
      {kGet, "/api/presence", "listPresence", "Who is looking at what, and who is replying",
       kSignedIn, list_presence, "", 200, "PresenceList"},
      {kGet,
       "/api/conversations/{id}/export",
       "exportConversation",
       "The whole conversation as a document",
       kMayExport,
       export_conversation,
       "",
       200,
       "Export",
       {{"format", "json (default), md or txt"},
        {"notes", "1 for the team's notes, too; for those who may answer"}}},
      {kPost, "/api/conversations/{id}/notes", "addNote", "Leave a note for the team", kMayAnswer,
       add_note, "NoteBody", 201, "Note"},
      {kPut, "/api/conversations/{id}/draft", "saveDraft", "Keep the reply I am writing",
       kMayAnswer, save_draft, "DraftBody", 200, "Draft"},
      {kDelete, "/api/conversations/{id}/draft", "dropDraft", "Forget the reply I was writing",
       kMayAnswer, drop_draft, "", 204, ""},

      // Tags and views.
      {kGet, "/api/tags", "listTags",
       "The tags, and how many conversations of each state have them", kSignedIn, list_tags, "",
       200, "TagList"},
      {kPost, "/api/tags", "createTag", "Make a tag", kMayAnswer, create_tag, "TagBody", 201,
       "Tag"},
      {kPut, "/api/tags/{id}", "changeTag", "Rename a tag or change its colour", kMayAnswer,
       change_tag, "TagBody", 200, "Tag"},
      {kDelete, "/api/tags/{id}", "removeTag", "Remove a tag from everywhere", kMayManage,
       remove_tag, "", 204, ""},
      {kPost, "/api/tags/{id}/merge", "mergeTag", "Replace a tag everywhere by another", kMayManage,
       merge_tag, "MergeTagBody", 200, "Tag"},
      {kGet, "/api/views", "listViews", "My saved views, then those shared with the workspace",
       kSignedIn, list_views, "", 200, "ViewList"},
      {kPost, "/api/views", "createView", "Save a way to look at the list", kMaySaveViews,
       create_view, "ViewBody", 201, "View"},
      {kPost, "/api/views/order", "arrangeViews", "Put my own or the shared views in this order",
       kMaySaveViews, arrange_views, "ViewOrderBody", 204, ""},
      {kPut, "/api/views/{id}", "changeView", "Rename, change or share a view", kMaySaveViews,
       change_view, "ViewBody", 200, "View"},
      {kDelete, "/api/views/{id}", "removeView", "Remove a view", kMaySaveViews, remove_view, "",
       204, ""},

      // What the brand knows.
      {kGet,
       "/api/articles",
       "listArticles",
       "Articles and resources, page by page, the newest change first",
       kSignedIn,
       list_articles,
       "",
       200,
       "ArticlePage",
       {{"kind", "article or resource"},
        {"status", "draft, published or archived"},
        {"category", "id of a category"},
        {"language", "as \"en\""},
        {"review", "due: those that somebody should look at again"},
        {"q",
         "words that have to occur in the title, the questions or the text. One call looks through"
         " 1,000 articles, so a page with a next_cursor may be short or empty"},
        {"cursor", "next_cursor of the page before"},
        {"limit", "1 to 100, 50 by default"}}},
      {kPost, "/api/articles", "createArticle", "Write an article, or note a resource elsewhere",
       kMayAnswer, create_article, "ArticleBody", 201, "Article"},
      {kPost, "/api/articles/import", "importArticles",
       "Take articles over, from Markdown files or another help centre's export; what became of "
       "each",
       kMayAnswer, import_articles, "ArticleImportBody", 200, "ArticleImport"},
      {kGet, "/api/articles/export", "exportArticles",
       "All articles as Markdown files, which can be taken over again", kMayExport, export_articles,
       "", 200, "ArticleFileList"},
      {kPost, "/api/suggest", "suggestStatelessly",
       "What rapport suggest answers to a line: the articles of the body that answer its post",
       kSignedIn, suggest_statelessly, "SuggestBody", 200, "Suggested"},
      {kGet, "/api/articles/{id}", "getArticle", "An article with its text", kSignedIn, get_article,
       "", 200, "Article"},
      {kPut, "/api/articles/{id}", "changeArticle",
       "Change an article; refused with 409 if it is of another version by now", kMayAnswer,
       change_article, "ArticleChangeBody", 200, "Article"},
      {kDelete, "/api/articles/{id}", "removeArticle", "Remove an article for good", kMayAnswer,
       remove_article, "", 204, ""},
      {kGet,
       "/api/articles/{id}/uses",
       "listArticleUses",
       "Where an article was used, newest first, and what happened then",
       kSignedIn,
       list_article_uses,
       "",
       200,
       "ArticleUsePage",
       {{"cursor", "next_cursor of the page before"}, {"limit", "1 to 100, 50 by default"}}},
      {kGet,
       "/api/conversations/{id}/suggestions",
       "listSuggestions",
       "Articles that may answer a post here, the best first",
       kSignedIn,
       list_suggestions,
       "",
       200,
       "ArticleSuggestionList",
       {{"post", "id of a post; the one that waits longest by default"}}},
      {kGet, "/api/article-categories", "listArticleCategories",
       "The categories of articles, in their order", kSignedIn, list_article_categories, "", 200,
       "ArticleCategoryList"},
      {kPost, "/api/article-categories", "createArticleCategory", "Make a category", kMayAnswer,
       create_article_category, "ArticleCategoryBody", 201, "ArticleCategory"},
      {kPut, "/api/article-categories/{id}", "changeArticleCategory",
       "Rename a category, or move it to another place", kMayAnswer, change_article_category,
       "ArticleCategoryChangeBody", 200, "ArticleCategory"},
      {kDelete, "/api/article-categories/{id}", "removeArticleCategory",
       "Remove a category; its articles stay", kMayAnswer, remove_article_category, "", 204, ""},

      // What posts say.
      {kPut, "/api/posts/{id}/reading", "correctReading",
       "Say how a post should be read; what is not named stays as it is", kMayAnswer,
       correct_reading, "CorrectionBody", 200, "Reading"},
      {kDelete,
       "/api/posts/{id}/reading",
       "uncorrectReading",
       "Take corrections of a post's reading back",
       kMayAnswer,
       uncorrect_reading,
       "",
       200,
       "Reading",
       {{"part", "sentiment, intents or reasons: of this alone"}}},
      {kGet, "/api/reasons", "listReasons", "What complaints can be about", kSignedIn, list_reasons,
       "", 200, "ReasonList"},
      {kPost, "/api/reasons", "addReason", "Add a reason; it is learned by correcting", kMayAnswer,
       add_reason, "ReasonBody", 201, "Reason"},
      {kGet,
       "/api/reasons/summary",
       "summariseReasons",
       "How many posts name each reason, the most first, and the newest of them",
       kSignedIn,
       summarise_reasons,
       "",
       200,
       "ReasonSummary",
       {{"days", "1 to 366, 30 by default"}}},
      {kPut, "/api/reasons/{key}", "renameReason", "Call a reason otherwise", kMayAnswer,
       rename_reason, "ReasonBody", 200, "Reason"},
      {kPost, "/api/reasons/{key}/merge", "mergeReason", "Tell a reason as another from now on",
       kMayManage, merge_reason, "MergeReasonBody", 200, "Reason"},
      {kGet, "/api/topics", "listTopics", "What posts are about, learned from them, the most first",
       kSignedIn, list_topics, "", 200, "TopicList"},
      {kGet,
       "/api/topics/summary",
       "summariseTopics",
       "How many posts are about each topic, the most first",
       kSignedIn,
       summarise_topics,
       "",
       200,
       "TopicSummary",
       {{"days", "how many days back: 1 to 366, 30 by default"}}},
      {kPut, "/api/topics/{id}", "renameTopic", "Call a topic otherwise", kMayAnswer, rename_topic,
       "TopicBody", 200, "Topic"},
      {kPost, "/api/topics/{id}/merge", "mergeTopic",
       "Tell a topic as another from now on; posts about it are read again in the background",
       kMayManage, merge_topic, "MergeTopicBody", 200, "Topic"},
      // Listening.
      {kGet,
       "/api/monitors",
       "listMonitors",
       "What is listened for, oldest first",
       kSignedIn,
       list_monitors,
       "",
       200,
       "MonitorPage",
       {{"cursor", "next_cursor of the page before"}, {"limit", "1 to 100, 50 by default"}}},
      {kPost, "/api/monitors", "createMonitor",
       "Listen for something from now on; earlier posts are matched in the background", kMayAnswer,
       create_monitor, "MonitorBody", 201, "Monitor"},
      {kPut, "/api/monitors/{id}", "changeMonitor",
       "Listen for something else; earlier posts are matched again", kMayAnswer, change_monitor,
       "MonitorBody", 200, "Monitor"},
      {kDelete, "/api/monitors/{id}", "removeMonitor", "Stop listening; what it found goes with it",
       kMayAnswer, remove_monitor, "", 204, ""},
      {kGet,
       "/api/monitors/{id}/posts",
       "listHeard",
       "What it found, newest first; `all` in the place of the id: what any of them found",
       kSignedIn,
       list_heard,
       "",
       200,
       "HeardPage",
       {{"days", "how many days back: 1 to 366"},
        {"from", "said at this time or later"},
        {"to", "said before this time"},
        {"sentiment",
         "negative, neutral or positive. One call that asks for anything looks through"
         " 2,000 posts, so a page with a next_cursor may be short or empty"},
        {"reason", "key of a reason that it gives"},
        {"language", "language it is in, as in pt"},
        {"author", "id of the account that said it"},
        {"network", "where it was said, as in bluesky"},
        {"site", "host of a link in it"},
        {"link", "address it links to, whole"},
        {"state",
         "of its conversation: heard, open, waiting, snoozed, resolved or skipped; or answered: we"
         " wrote in its thread, and nobody waits there now"},
        {"skip_reason", "why it was skipped, as in not_for_us"},
        {"cursor", "next_cursor of the page before"},
        {"limit", "1 to 100, 50 by default"}}},
      {kGet,
       "/api/monitors/{id}/summary",
       "summariseMentions",
       "What it found within some days, counted; `all` in the place of the id: of all monitors,"
       " where a post that several found counts in the totals for each of them",
       kSignedIn,
       summarise_mentions,
       "",
       200,
       "MentionSummary",
       {{"days", "1 to 90, 30 by default; of up to three days the steps are hours"}}},
      {kGet,
       "/api/monitors/share",
       "shareOfVoice",
       "How much of what these monitors found each of them found",
       kSignedIn,
       share_of_voice,
       "",
       200,
       "ShareOfVoice",
       {{"days", "1 to 90, 30 by default; of up to three days the steps are hours"},
        {"monitors",
         "ids of up to 100, with commas between; all by default, where those are no more"}}},
      {kPost, "/api/queries/check", "checkQuery",
       "What is wrong or doubtful about a query, what it finds in words, and, of a query of another"
       " tool, what became of it",
       kSignedIn, check_query, "QueryCheckBody", 200, "QueryCheck"},
      {kGet, "/api/queries/fields", "listQueryFields", "The fields a query may ask for", kSignedIn,
       list_query_fields, "", 200, "QueryFieldList"},
      {kPost, "/api/queries/preview", "previewQuery",
       "What a query would have found, newest first: a part of stored history a call, to be added"
       " up until next_cursor is null",
       kSignedIn, preview_query, "PreviewBody", 200, "PreviewPart"},

      {kGet,
       "/api/alerts",
       "listAlerts",
       "What monitors wanted to tell, newest first",
       kSignedIn,
       list_alerts,
       "",
       200,
       "AlertPage",
       {{"cursor", "next_cursor of the page before"}, {"limit", "1 to 100, 50 by default"}}},
      {kPost, "/api/alerts/read", "markAlertsRead", "I have read all alerts there are", kSignedIn,
       mark_alerts_read, "", 204, ""},
      {kGet, "/api/monitors/{id}/alerts", "listAlertRules",
       "When a monitor raises alerts, and who is told", kMayAnswer, list_alert_rules, "", 200,
       "AlertRules"},
      {kPut, "/api/monitors/{id}/alerts", "putAlertRules",
       "Raise alerts by these rules alone, one of each kind at most; the secret that calls of a new"
       " webhook are signed with is told this once",
       kMayAnswer, put_alert_rules, "AlertRulesBody", 200, "AlertRules"},

      {kGet,
       "/api/coverage",
       "listCoverage",
       "What was read of every source, and what was not",
       kSignedIn,
       list_coverage,
       "",
       200,
       "CoverageList",
       {{"days", "1 to 366, 30 by default"}}},
      {kPost, "/api/backfills", "startBackfill",
       "Ask a network's search for what monitors would have found, in the background", kMayManage,
       start_backfill, "BackfillBody", 202, "Backfill"},
      {kPost, "/api/backfills/{id}/stop", "stopBackfill", "Stop asking; what was found stays",
       kMayManage, stop_backfill, "", 200, "Backfill"},

      {kGet, "/api/learning", "getLearning", "What was learned from corrections", kSignedIn,
       get_learning, "", 200, "Learning"},
      {kPost, "/api/learning", "switchLearning", "Use what was learned, or leave it", kMayManage,
       switch_learning, "SwitchLearningBody", 200, "Learning"},

      // The coach.
      {kGet, "/api/voice", "getVoice", "How the brand speaks", kSignedIn, get_voice, "", 200,
       "Voice"},
      {kPut, "/api/voice", "changeVoice", "Say how the brand speaks, all of it at once",
       kMayManageWorkspace, change_voice, "VoiceBody", 200, "Voice"},
      {kGet, "/api/coach/rules", "listCoachRules", "The coach's rules, and what we made of each",
       kSignedIn, list_coach_rules, "", 200, "CoachRules"},
      {kPut, "/api/coach/rules", "changeCoachRules",
       "Say what becomes of some rules; those that are not named stay", kMayManageWorkspace,
       change_coach_rules, "CoachRulesBody", 200, "CoachRules"},
      {kPost, "/api/conversations/{id}/review", "reviewDraft",
       "What the coach says of a draft that answers a post; changes nothing", kMayAnswer,
       review_draft, "ReviewBody", 200, "Review"},
      {kPost, "/api/coach", "askCoach",
       "What the coach says of a draft and a post that are told whole, as `rapport coach` does",
       kSignedIn, ask_coach, "CoachLine", 200, "CoachAnswer"},

      // Acts.
      {kPost, "/api/conversations/{id}/replies", "reply",
       "Send a reply; it can be undone for five seconds", kMayAnswer, reply, "ReplyBody", 202,
       "Act"},
      {kPost, "/api/posts", "publishPost", "Publish a post of our own", kMayAnswer, publish_post,
       "PostBody", 202, "Act"},
      {kPost, "/api/attachments", "addAttachment",
       "Take a picture in, to be sent with words later; JPEG, PNG or WebP, at most 2 MB",
       kMayAnswer, add_attachment, "Picture", 201, "Attachment"},
      {kGet, "/api/attachments/{id}", "getAttachment", "A picture that was taken in", kSignedIn,
       get_attachment, "", 200, "Picture"},
      {kPost, "/api/cards", "previewCard",
       "What a link's page says of itself, as a card below a post shows it; asks the page",
       kMayAnswer, preview_card, "CardBody", 200, "Card"},
      {kPost, "/api/posts/{id}/quote", "quotePost",
       "Publish a post of our own that shows this one; it can be undone for five seconds",
       kMayAnswer, quote_post, "QuoteBody", 202, "Act"},
      {kPost, "/api/posts/{id}/repost", "repostPost", "Repost a post", kMayAnswer, repost_post,
       "AsBody", 202, "Act"},
      {kDelete, "/api/posts/{id}/repost", "unrepostPost", "Take the repost back", kMayAnswer,
       unrepost_post, "", 202, "Act"},
      {kPost, "/api/posts/{id}/like", "likePost", "Like a post", kMayAnswer, like_post, "AsBody",
       202, "Act"},
      {kDelete, "/api/posts/{id}/like", "unlikePost", "Take the like back", kMayAnswer, unlike_post,
       "", 202, "Act"},
      {kPost, "/api/posts/{id}/delete", "deletePost", "Delete a post of ours, with a reason",
       kMayAnswer, delete_post, "DeleteBody", 202, "Act"},
      {kGet, "/api/acts/{id}", "getAct", "How an act stands", kSignedIn, get_act, "", 200, "Act"},
      {kPost, "/api/acts/{id}/undo", "undoAct", "Take a queued act back", kMayAnswer, undo_act, "",
       200, "Act"},
      {kPost, "/api/acts/{id}/retry", "retryAct", "Send a rejected act again", kMayAnswer,
       retry_act, "", 200, "Act"},
      {kPost, "/api/acts/{id}/dismiss", "dismissAct", "Put a rejected act away", kMayAnswer,
       dismiss_act, "", 200, "Act"},

      // People.
      {kGet, "/api/people/{id}", "getPerson", "The card of a person", kSignedIn, get_person, "",
       200, "PersonCard"},
      {kPost, "/api/people/{id}/follow", "followPerson", "Follow one of their accounts", kMayAnswer,
       follow_person, "TieBody", 202, "Act"},
      {kDelete,
       "/api/people/{id}/follow",
       "unfollowPerson",
       "Stop following one of their accounts",
       kMayAnswer,
       unfollow_person,
       "",
       202,
       "Act",
       {{"account_id", "id of the account", true}}},

      {kPost, "/api/people/{id}/mute", "mutePerson",
       "Mute one of their accounts: what it says is kept, and waits for nobody", kMayAnswer,
       mute_person, "TieBody", 202, "Act"},
      {kDelete,
       "/api/people/{id}/mute",
       "unmutePerson",
       "Hear one of their accounts again",
       kMayAnswer,
       unmute_person,
       "",
       202,
       "Act",
       {{"account_id", "id of the account", true}}},
      {kPost, "/api/people/{id}/block", "blockPerson", "Block one of their accounts, with a reason",
       kMayAnswer, block_person, "BlockBody", 202, "Act"},
      {kDelete,
       "/api/people/{id}/block",
       "unblockPerson",
       "Take a block back",
       kMayAnswer,
       unblock_person,
       "",
       202,
       "Act",
       {{"account_id", "id of the account", true}}},

      // Channels.
      {kGet, "/api/channels", "listChannels", "Connected accounts and what was read of them",
       kSignedIn, list_channels, "", 200, "ChannelList"},
      {kPost, "/api/channels", "connectChannel", "Connect an account", kMayManage, connect_channel,
       "ConnectBody", 201, "Channel"},
      {kPost, "/api/channels/sign-in", "beginSignIn",
       "Begin to connect an account on its network's own pages", kMayManage, begin_sign_in,
       "BeginSignInBody", 200, "ChannelSignIn"},
      {kPost, "/api/channels/sign-in/finish", "finishSignIn",
       "Connect it with the code that came back", kMayManage, finish_sign_in, "FinishSignInBody",
       201, "Channel"},
      {kPost, "/api/channels/find", "findSources", "What can be read under a web address",
       kMayManage, find_sources, "FindBody", 200, "FoundSourceList"},
      {kPost, "/api/channels/{id}/reconnect", "reconnectChannel", "Sign in again", kMayManage,
       reconnect_channel, "ReconnectBody", 200, "Channel"},
      {kPost, "/api/channels/{id}/disconnect", "disconnectChannel",
       "Stop listening and forget the password; history stays", kMayManage, disconnect_channel, "",
       200, "Channel"},
      {kPost, "/api/channels/{id}/history", "importHistory", "Read further back, in the background",
       kMayManage, import_history, "HistoryBody", 200, "Channel"},
      {kPost, "/api/channels/{id}/history/stop", "stopHistory", "Stop reading further back",
       kMayManage, stop_history, "", 200, "Channel"},

      // Personal tokens.
      {kGet, "/api/tokens", "listTokens", "My tokens", kSignedIn, list_tokens, "", 200,
       "TokenList"},
      {kPost, "/api/tokens", "createToken", "Make a token; its secret is shown this once",
       kSignedIn, create_token, "TokenBody", 201, "NewToken"},
      {kDelete, "/api/tokens/{id}", "removeToken", "Remove a token of mine", kSignedIn,
       remove_token, "", 204, ""},

      // The system.
      {kGet,
       "/api/events",
       "streamEvents",
       "What changes, as server-sent events; resumes after Last-Event-ID",
       kSignedIn,
       stream_events,
       "",
       200,
       "EventStream",
       {{"after", "resume after this event, instead of the header Last-Event-ID"},
        {"workspace", "where the page believes it is, instead of the header X-Workspace"}}},
      {kGet, "/api/health", "getHealth", "Whether this server answers", kEveryone, get_health, "",
       200, "Health"},
      {kGet, "/api/openapi.json", "getOpenApi", "This document", kEveryone, get_openapi, "", 200,
       "OpenApi"},
  };
}

std::string_view take_segment(std::string_view& path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  const auto end = std::min(path.find('/'), path.size());
  const auto segment = path.substr(0, end);
  path.remove_prefix(end);
  return segment;
}

bool fits(std::string_view pattern, std::string_view path,
          std::map<std::string, std::string, std::less<>>& values) {
  values.clear();
  while (!pattern.empty() && !path.empty()) {
    const auto wanted = take_segment(pattern);
    const auto found = take_segment(path);
    if (wanted.starts_with('{')) {
      if (found.empty()) return false;
      values.emplace(wanted.substr(1, wanted.size() - 2), found);
    } else if (wanted != found) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

}  // namespace

std::span<const Route> routes() {
  static const std::vector<Route> table = make_routes();
  return table;
}

std::optional<Permission> permission_for(Who who) {
  switch (who) {
    case Who::kEveryone:
    case Who::kSignedIn:
      return std::nullopt;
    case Who::kMayExport:
      return Permission::kExport;
    case Who::kMaySaveViews:
      return Permission::kSaveViews;
    case Who::kMayAnswer:
      return Permission::kAnswer;
    case Who::kMayManage:
      return Permission::kManageChannels;
    case Who::kMayManageTeam:
      return Permission::kManageTeam;
    case Who::kMaySeeAudit:
      return Permission::kSeeAudit;
    case Who::kMayManageWorkspace:
      return Permission::kManageWorkspace;
  }
  return std::nullopt;
}

RouteMatch match_route(Method method, std::string_view path) {
  RouteMatch match;
  std::map<std::string, std::string, std::less<>> values;
  for (const Route& route : routes()) {
    if (!fits(route.path, path, values)) continue;
    match.allowed.push_back(route.method);
    if (route.method == kGet) match.allowed.push_back(kHead);
    // The first that fits: a name goes before an {id}.
    const bool asked = route.method == method || (route.method == kGet && method == kHead);
    if (asked && match.route == nullptr) {
      match.route = &route;
      match.path_values = values;
    }
  }
  return match;
}

}  // namespace rapport
