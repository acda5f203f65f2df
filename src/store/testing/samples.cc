#include "store/testing/samples.h"

namespace rapport::sample {
namespace {

std::string with(const char* text, int number) { return text + std::to_string(number); }

// Ids larger than 32 bits, as real ones are; each noun has a range of its own.
template <class IdType>
IdType id(int noun, int number) {
  return IdType{(std::int64_t{1} << 40) + (std::int64_t{noun} << 34) + number};
}

}  // namespace

Time at(std::int64_t seconds) {
  return Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}} + std::chrono::hours{12} +
         std::chrono::seconds{seconds};
}

Workspace workspace(int number) {
  return {id<WorkspaceId>(1, number), with("Café ", number), at(number)};
}

Login login(int number) {
  return {id<LoginId>(2, number), with("ana", number) + "@example.org", "hash", at(number)};
}

Member member(WorkspaceId workspace, int number) {
  Member member;
  member.workspace = workspace;
  member.id = id<MemberId>(3, number);
  member.login = id<LoginId>(2, number);
  member.name = with("Ana ", number);
  member.email = with("ana", number) + "@example.org";
  member.role = Role::kAgent;
  member.created_at = at(number);
  return member;
}

Channel channel(WorkspaceId workspace, int number) {
  Channel channel;
  channel.workspace = workspace;
  channel.id = id<ChannelId>(4, number);
  channel.network = "bluesky";
  channel.account = id<AccountId>(5, number);
  channel.native_id = with("did:plc:brand", number);
  channel.handle = with("brand", number) + ".example";
  channel.service = "https://pds.example";
  channel.state = ChannelState::kConnected;
  channel.error = "";
  channel.sealed_secret = "sealed";
  channel.limits = {500, TextUnit::kCharacters, 2, 5'000'000'000};
  channel.connected_at = at(number);
  channel.changed_at = at(number + 1);
  return channel;
}

Account account(WorkspaceId workspace, int number) {
  Account account;
  account.workspace = workspace;
  account.id = id<AccountId>(5, number);
  account.person = id<PersonId>(6, number);
  account.network = "bluesky";
  account.native_id = with("did:plc:person", number);
  account.handle = with("person", number) + ".example";
  account.name = with("Person ", number);
  account.bio = "Likes coffee ☕";
  account.avatar_url = "https://cdn.example/avatar.jpg";
  account.url = "https://example/profile";
  account.followers = 5'000'000'001;  // more than 32 bits hold
  account.follows = 0;
  account.joined_at = at(-1000);
  account.follows_us = false;
  account.followed_by_us = "at://follow";
  account.muted_by_us = true;
  account.blocked_by_us = "at://block";
  account.blocks_us = true;
  account.standing = AccountStanding::kDeactivated;
  account.labels = {"spam"};
  account.changed_at = at(number);
  return account;
}

Person person(WorkspaceId workspace, int number) {
  return {workspace, id<PersonId>(6, number), with("Person ", number), at(number)};
}

Conversation conversation(WorkspaceId workspace, int number) {
  Conversation conversation;
  conversation.workspace = workspace;
  conversation.id = id<ConversationId>(7, number);
  conversation.channel = id<ChannelId>(4, 1);
  conversation.network = "bluesky";
  conversation.root_native_id = with("at://root/", number);
  conversation.state = ConversationState::kOpen;
  conversation.waiting_since = at(number);
  conversation.answer_to = id<PostId>(8, number);
  conversation.lead = id<AccountId>(5, 1);
  conversation.excerpt_post = id<PostId>(8, number);
  conversation.first_heard_at = at(number);
  conversation.last_post_at = at(number);
  conversation.posts = 1;
  conversation.people = 1;
  conversation.version = 1;
  conversation.changed_at = at(number);
  return conversation;
}

Post post(WorkspaceId workspace, int number, std::string text) {
  Post post;
  post.workspace = workspace;
  post.id = id<PostId>(8, number);
  post.network = "bluesky";
  post.native_id = with("at://post/", number);
  post.revision = with("cid", number);
  post.url = "https://example/post";
  post.author = id<AccountId>(5, 1);
  post.conversation = id<ConversationId>(7, 1);
  post.root_native_id = "at://root/1";
  post.kind = PostKind::kPost;
  post.address = Address::kDirect;
  post.text = std::move(text);
  post.langs = {"en", "pt-BR"};
  post.created_at = at(number);
  post.heard_at = at(number);
  post.seen_via = "notifications";
  post.our_repost = "at://repost";
  post.our_hide = "at://gate";
  post.labels = {"nudity", "!warn"};
  post.to = id<AccountId>(5, 1);
  return post;
}

Act act(WorkspaceId workspace, int number) {
  Act act;
  act.workspace = workspace;
  act.id = id<ActId>(9, number);
  act.channel = id<ChannelId>(4, 1);
  act.kind = ActKind::kReply;
  act.state = ActState::kQueued;
  act.client_key = with("key-", number);
  act.conversation = id<ConversationId>(7, 1);
  act.post = id<PostId>(8, 1);
  act.text = "Thank you!";
  act.media = {{AttachmentId{(std::int64_t{1} << 40) + number}, "A cup \"of\" tea"}};
  act.langs = {"en"};
  act.card_url = "https://example.org/tea";
  act.card_read = true;
  act.card_title = "Tea";
  act.card_description = "All of it";
  act.card_thumb = AttachmentId{(std::int64_t{1} << 41) + number};
  act.by = id<MemberId>(3, 1);
  act.created_at = at(number);
  act.not_before = at(number);
  act.record_key = with("rkey", number);
  act.changed_at = at(number);
  return act;
}

Attachment attachment(WorkspaceId workspace, int number) {
  Attachment attachment;
  attachment.workspace = workspace;
  attachment.id = id<AttachmentId>(11, number);
  attachment.by = id<MemberId>(3, 1);
  attachment.mime = "image/png";
  attachment.width = 1200;
  attachment.height = 800;
  attachment.bytes = std::string("\x89PNG\0\xFF", 6);
  attachment.size = 6;
  attachment.created_at = at(number);
  attachment.keep_until = at(number + 100);
  return attachment;
}

HistoryImport history(WorkspaceId workspace, int number) {
  HistoryImport history;
  history.workspace = workspace;
  history.channel = channel(workspace, 1).id;
  history.state = HistoryState::kRunning;
  history.back_to = at(-1000 - number);
  history.reached = at(-500);
  history.posts = 12;
  history.note = "The network gives no more.";
  history.by = id<MemberId>(3, 1);
  history.started_at = at(number);
  history.changed_at = at(number + 1);
  return history;
}

Event event(WorkspaceId workspace, int number) {
  Event event;
  event.workspace = workspace;
  event.kind = EventKind::kConversation;
  event.subject = id<ConversationId>(7, number).value;
  event.version = number;
  event.reason = "post";
  event.at = at(number);
  return event;
}

Tag tag(WorkspaceId workspace, int number) {
  Tag tag;
  tag.workspace = workspace;
  tag.id = id<TagId>(10, number);
  tag.name = with("Tag ", number);
  tag.folded = with("tag ", number);
  tag.color = TagColor::kTeal;
  tag.created_at = at(number);
  return tag;
}

SavedView view(WorkspaceId workspace, int number) {
  SavedView view;
  view.workspace = workspace;
  view.id = id<ViewId>(11, number);
  view.by = MemberId{5};
  view.name = with("View ", number);
  view.place = number;
  view.state = ConversationState::kOpen;
  view.owner = ViewOwner::kNobody;
  view.created_at = at(number);
  return view;
}

}  // namespace rapport::sample
