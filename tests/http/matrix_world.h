// Two brands of the same shapes for the role matrix: whatever a route takes an id of is made here,
// freshly for each question, in either brand.

#pragma once

#include <memory>
#include <string>

#include "http/http_fixture.h"
#include "http/rows.h"
#include "store/gaps.h"

namespace rapport::testing {

class MatrixWorld;

// One of the two brands. Every text in it holds its mark, which the other must never be shown.
class Side {
 public:
  Side(MatrixWorld& world, WorkspaceId workspace, std::string mark);

  // A new member of the role, with a login of its own and the password kPassword.
  Member fresh_member(Role role);
  // A post of somebody who speaks to us, in a conversation of its own.
  Post fresh_post();
  Post fresh_post_of_ours();
  Post fresh_post_below_ours();  // which can be hidden
  RemedyPerson fresh_remedy();   // of a list with somebody in it
  Account author_of(const Post& post);
  // A like that can still be undone, and one the network refused.
  ActId queued_act();
  ActId rejected_act();
  AttachmentId fresh_picture();
  InvitationId fresh_invitation();
  std::string fresh_invitation_secret();
  TokenId fresh_token(const Member& of);
  ChannelId fresh_channel();
  // The state of a sign-in that a member who may connect channels began.
  std::string begun_sign_in(const Member& by);
  TagId fresh_tag();
  TopicId fresh_topic();
  MonitorId fresh_monitor();
  BackfillId fresh_backfill();
  std::string fresh_reason();  // its key
  ViewId fresh_view(const Member& of);
  ArticleCategoryId fresh_article_category();
  ArticleId fresh_article();  // published, of version 1
  GapId fresh_gap();          // of one post
  // An address nobody has used yet.
  std::string fresh_email();

  WorkspaceId workspace() const { return founder.workspace; }

  Member founder;  // an owner who stays
  Channel channel;
  std::string mark;

 private:
  MatrixWorld& world_;
};

inline const std::string kPassword = "a long enough one";

class MatrixWorld : public HttpTest {
 protected:
  void SetUp() override;

 public:
  std::string next(const std::string& what) { return what + std::to_string(++made_); }

  std::unique_ptr<Side> ours, theirs;
  std::unique_ptr<Rows> rows;
  std::string password_hash;  // of kPassword: hashing is slow on purpose

 private:
  friend class Side;
  int made_ = 0;
};

}  // namespace rapport::testing
