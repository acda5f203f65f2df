#include "store/proposals.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Proposal& proposal) {
  to(proposal.workspace, proposal.id, proposal.conversation, proposal.post, proposal.by,
     proposal.text, proposal.model, proposal.at);
}

namespace {

class SqlProposals final : public Proposals {
 public:
  explicit SqlProposals(Connection& db) : db_(db) {}

  Result<Done> add(const Proposal& proposal) override {
    return must_change(
        db_.query("insert into proposal (workspace_id, id, conversation_id, post_id, by_member_id,"
                  " text, model, at) values (:workspace, :id, :conversation, :post, :by, :text,"
                  " :model, :at) on conflict do nothing")
            .bind("workspace", proposal.workspace)
            .bind("id", proposal.id)
            .bind("conversation", proposal.conversation)
            .bind("post", proposal.post)
            .bind("by", proposal.by)
            .bind("text", proposal.text)
            .bind("model", proposal.model)
            .bind("at", proposal.at)
            .run(),
        exists("This proposal is there already."));
  }

  Result<std::vector<Proposal>> of(WorkspaceId workspace, ConversationId conversation,
                                   int most) override {
    return db_
        .query(
            "select workspace_id, id, conversation_id, post_id, by_member_id, text, model, at"
            " from proposal where workspace_id = :workspace and conversation_id = :conversation"
            " order by id desc limit :most")
        .bind("workspace", workspace)
        .bind("conversation", conversation)
        .bind("most", most)
        .all<Proposal>();
  }

  Result<std::vector<Proposal>> newest(WorkspaceId workspace, int most) override {
    return db_
        .query(
            "select workspace_id, id, conversation_id, post_id, by_member_id, text, model, at"
            " from proposal where workspace_id = :workspace order by id desc limit :most")
        .bind("workspace", workspace)
        .bind("most", most)
        .all<Proposal>();
  }

  Result<int> drop_before(Time at, int most) override {
    auto old = db_.query(
                      "select workspace_id, id, conversation_id, post_id, by_member_id, text,"
                      " model, at from proposal where at < :before"
                      " order by at, workspace_id, id limit :most")
                   .bind("before", at)
                   .bind("most", most)
                   .all<Proposal>();
    if (!old) return fail(std::move(old.error()));
    for (const Proposal& each : *old) {
      RAPPORT_TRY(db_.query("delete from proposal where workspace_id = :workspace and id = :id")
                      .bind("workspace", each.workspace)
                      .bind("id", each.id)
                      .run());
    }
    return static_cast<int>(old->size());
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<Proposals> make_proposals(Connection& db) {
  return std::make_unique<SqlProposals>(db);
}

}  // namespace rapport
