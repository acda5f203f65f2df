// The two models whose scores are added: a linear one, and a net that has learnt other sets first.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "methods/net.h"
#include "methods/rows.h"
#include "methods/scores.h"

namespace rapport::methods {

struct LinearHow {
  double cost = 1;     // how much dearer errors are than usual: small classes want more
  double balance = 0;  // how much rare classes count: 0 by row, 1 all classes the same
};

// Log probabilities of two linear models, learnt with different losses, whose margins are added:
// one linear model again.
Scores linear_scores(const std::vector<Row>& train, const Labels& labels,
                     const std::vector<Row>& asked, const LinearHow& how,
                     double* features = nullptr);

// How a net goes on with one set alone.
struct FineOptions {
  int rounds = 8;
  double rate = 0.1;
};

// Nets that learnt the rows of many sets at once. Of sets without a share neither rows nor words
// are known; they only have a last layer, which learns when the set is asked.
class SharedNets {
 public:
  struct Set {
    std::string name;
    std::vector<Row> rows;
    Labels labels;
    bool multilabel = false;
    double share = 1;  // of the rows that a round looks at; 0: none, only a head is made
  };

  SharedNets(std::vector<Set> sets, const std::vector<std::string>& unlabelled, int nets);
  ~SharedNets();

  // What copies of the nets say of `asked` after some further rounds on `train` alone.
  Scores scores(const std::string& set, const std::vector<Row>& train,
                const std::vector<Row>& asked, const FineOptions& options);
  // How many texts a second all nets read on one core, cut into words already.
  double speed(const std::string& set, const std::vector<Row>& asked);

 private:
  std::vector<Set> sets_;
  std::unique_ptr<NetWords> words_;
  std::vector<std::unique_ptr<Net>> nets_;
};

// A net that saw these rows and nothing else.
Scores own_net_scores(const std::vector<Row>& train, const Labels& labels,
                      const std::vector<Row>& asked, int nets);

}  // namespace rapport::methods
