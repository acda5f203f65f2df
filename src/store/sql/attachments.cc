#include "store/attachments.h"

#include "base/base64.h"
#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

// Without the bytes, which one query alone asks for.
void columns(Columns& to, Attachment& attachment) {
  to(attachment.workspace, attachment.id, attachment.by, attachment.mime, attachment.width,
     attachment.height, attachment.size, attachment.created_at, attachment.keep_until);
}

namespace {

struct WithBytes {
  Attachment attachment;
  std::string data;
};

void columns(Columns& to, WithBytes& row) {
  columns(to, row.attachment);
  to(row.data);
}

class SqlAttachments final : public Attachments {
 public:
  explicit SqlAttachments(Connection& db) : db_(db) {}

  Result<Done> add(const Attachment& attachment) override {
    return must_change(
        db_.query("insert into attachment (workspace_id, id, by_member_id, mime, width, height,"
                  " size, data, created_at, keep_until)"
                  " values (:workspace, :id, :by, :mime, :width, :height, :size, :data,"
                  " :created_at, :keep_until) on conflict do nothing")
            .bind("workspace", attachment.workspace)
            .bind("id", attachment.id)
            .bind("by", attachment.by)
            .bind("mime", attachment.mime)
            .bind("width", attachment.width)
            .bind("height", attachment.height)
            .bind("size", attachment.size)
            .bind("data", to_base64(attachment.bytes))
            .bind("created_at", attachment.created_at)
            .bind("keep_until", attachment.keep_until)
            .run(),
        exists("This picture is here already."));
  }

  Result<Attachment> find(WorkspaceId workspace, AttachmentId id) override {
    auto row = must_find(
        db_.query("select workspace_id, id, by_member_id, mime, width, height, size, created_at,"
                  " keep_until, data from attachment where workspace_id = :workspace and id = :id")
            .bind("workspace", workspace)
            .bind("id", id)
            .one<WithBytes>(),
        "There is no such picture.");
    RAPPORT_TRY(row);
    auto bytes = of_base64(row->data);
    if (!bytes) {
      return fail(ErrorKind::kInternal, "This picture cannot be read any more.",
                  "attachment " + to_string(id) + " is no base64");
    }
    row->attachment.bytes = std::move(*bytes);
    return std::move(row->attachment);
  }

  Result<std::vector<Attachment>> some(WorkspaceId workspace,
                                       const std::vector<AttachmentId>& ids) override {
    if (ids.empty()) return std::vector<Attachment>{};
    return db_
        .query(std::string("select workspace_id, id, by_member_id, mime, width, height, size,"
                           " created_at, keep_until from attachment"
                           " where workspace_id = :workspace and id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(ids))
        .all<Attachment>();
  }

  Result<Done> keep(WorkspaceId workspace, AttachmentId id, std::optional<Time> until) override {
    return may_change(db_.query("update attachment set keep_until = :until"
                                " where workspace_id = :workspace and id = :id")
                          .bind("until", until)
                          .bind("workspace", workspace)
                          .bind("id", id)
                          .run());
  }

  Result<std::int64_t> drop_unused(Time now, int most) override {
    auto unused = db_.query(
                         "select workspace_id, id, by_member_id, mime, width, height, size,"
                         " created_at, keep_until from attachment"
                         " where keep_until is not null and keep_until < :now"
                         " order by keep_until, id limit :most")
                      .bind("now", now)
                      .bind("most", most)
                      .all<Attachment>();
    RAPPORT_TRY(unused);
    for (const Attachment& each : *unused) {
      auto dropped =
          db_.query("delete from attachment where workspace_id = :workspace and id = :id")
              .bind("workspace", each.workspace)
              .bind("id", each.id)
              .run();
      RAPPORT_TRY(dropped);
    }
    return static_cast<std::int64_t>(unused->size());
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<Attachments> make_attachments(Connection& db) {
  return std::make_unique<SqlAttachments>(db);
}

}  // namespace rapport
