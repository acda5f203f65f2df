// One family of sets each: learns, chooses where it may, and adds the figures.

#pragma once

#include <vector>

#include "acts/task.h"

namespace rapport::methods {

void judge_reasons(SharedNets& nets, const Settings& settings, std::vector<Figure>& figures);
// `rows` without duplicates.
void judge_acts(SharedNets& nets, const Settings& settings, const std::vector<Row>& rows,
                std::vector<Figure>& figures);
void judge_complaints(SharedNets& nets, const Settings& settings, const std::vector<Row>& rows,
                      std::vector<Figure>& figures);
void judge_banking(SharedNets& nets, const Settings& settings, std::vector<Figure>& figures);
void judge_scope(SharedNets& nets, const Settings& settings, std::vector<Figure>& figures);

}  // namespace rapport::methods
